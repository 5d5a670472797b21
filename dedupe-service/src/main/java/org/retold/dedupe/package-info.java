/**
 * Articles become stories: {@link org.retold.dedupe.DedupeTopology} is the service on one page, the rest of this
 * package wires and runs it.
 */
@NullMarked
package org.retold.dedupe;

import org.jspecify.annotations.NullMarked;
