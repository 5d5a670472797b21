/** The index of one shard: which earlier articles share band keys with a probe, most promising first. */
@NullMarked
package org.retold.dedupe.candidate;

import org.jspecify.annotations.NullMarked;
