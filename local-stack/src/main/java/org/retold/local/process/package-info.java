/**
 * Processes that we start, and the ports they listen on.
 */
@NullMarked
package org.retold.local.process;

import org.jspecify.annotations.NullMarked;
