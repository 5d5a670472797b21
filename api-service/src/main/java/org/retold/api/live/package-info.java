/**
 * What happens to stories, told to those who listen while it happens.
 *
 * <pre>
 * events in the read model ─▶ LiveEvents: one look for all, the newest ones kept ─▶ a thread for each listener
 *                                                                      Listeners: how many, and who is too slow
 * </pre>
 *
 * A listener holds nothing but its place, so one that is slow or away costs no memory, and goes on where it was after a
 * restart of whatever.
 */
@NullMarked
package org.retold.api.live;

import org.jspecify.annotations.NullMarked;
