/**
 * One command without Docker: a real Kafka, a real PostgreSQL, a demo site and the four services as processes.
 */
@NullMarked
package org.retold.local;

import org.jspecify.annotations.NullMarked;
