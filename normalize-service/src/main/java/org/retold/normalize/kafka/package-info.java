/** Topics, headers and records: the side of the service that touches Kafka. */
@NullMarked
package org.retold.normalize.kafka;

import org.jspecify.annotations.NullMarked;
