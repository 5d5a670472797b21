/**
 * How well feeds are read that others collected, by our reader and by Rome out of the box.
 *
 * <pre>
 * OutsideFeeds ─▶ FeedParser: OwnReader, RomeReader ─▶ EvaluateFeedReading ─▶ docs/quality.md
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
