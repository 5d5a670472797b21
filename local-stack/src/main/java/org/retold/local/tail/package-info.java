/**
 * Records of the topics as a person reads them, one line each. Pure.
 *
 * <pre>
 *                  ┌▶ KnownStories ─────┐  (headlines, publishers, numbers)
 * TopicRecord ─────┤                    ▼
 *                  └▶ MergedRecords ─▶ Teller ─▶ Told ─▶ TerminalLine
 *                     (by time)
 * </pre>
 */
@NullMarked
package org.retold.local.tail;

import org.jspecify.annotations.NullMarked;
