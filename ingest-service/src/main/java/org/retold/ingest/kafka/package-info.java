/** Writes items, rejections and feed statuses to their topics, and waits until they are acknowledged. */
@NullMarked
package org.retold.ingest.kafka;

import org.jspecify.annotations.NullMarked;
