/**
 * The published language of the pipeline: which topics exist, and what one record on each of them means.
 *
 * <pre>
 * Item ─▶ Article ─▶ Story, StoryEvent, Evidence          FeedStatus: how the feeds are
 *    └──────┴──▶ Rejection                                 Correction, Lookup ─▶ LookupAnswer: what people ask
 * </pre>
 *
 * <p>Nothing here computes. A class belongs in this package only if it could be replaced by a page of documentation
 * and a JSON Schema. From the first tagged release on, changes only add optional fields; every enum has an
 * {@code UNKNOWN} that stands for values a newer writer may send.
 */
@NullMarked
package org.retold.contract;

import org.jspecify.annotations.NullMarked;
