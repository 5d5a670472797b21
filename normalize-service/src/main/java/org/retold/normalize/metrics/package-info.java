/** What Prometheus is told about the service. */
@NullMarked
package org.retold.normalize.metrics;

import org.jspecify.annotations.NullMarked;
