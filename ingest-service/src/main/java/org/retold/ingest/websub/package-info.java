/**
 * What hubs and we say to each other, so that a feed's changes come at once.
 *
 * <pre>
 *  a feed names its Hub ─▶ Subscription: asked ─▶ hub ─▶ Callback: is that what you want? ─▶ active, until its lease ends
 *                                                  └──▶ Callback: it changed ─▶ Signature ─▶ the feed is polled now
 * </pre>
 */
@NullMarked
package org.retold.ingest.websub;

import org.jspecify.annotations.NullMarked;
