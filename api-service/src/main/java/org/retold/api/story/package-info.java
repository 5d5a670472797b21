/**
 * What is shown: stories, articles and how people ask for them, as values.
 *
 * <pre>
 * StoryQuery (StoryFilter, Sort, Cursor) ─▶ StoryPage of StorySummary
 * id ─▶ FoundStory ─▶ StoryDetail of ArticleInStory          id or URL ─▶ ArticleDetail
 * </pre>
 */
@NullMarked
package org.retold.api.story;

import org.jspecify.annotations.NullMarked;
