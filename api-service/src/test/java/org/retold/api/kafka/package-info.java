@NullMarked
package org.retold.api.kafka;

import org.jspecify.annotations.NullMarked;
