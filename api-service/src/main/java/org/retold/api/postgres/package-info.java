/**
 * The read model in PostgreSQL.
 *
 * <pre>
 * Batch ─▶ ReadModel (one transaction) ─▶ StoryTable, MembershipTable, ArticleTable, ... , PositionTable
 *                                          StoryQueries, ArticleQueries, ... ─▶ what is shown
 * </pre>
 *
 * <p>A membership repeats what a story shows of the article and of its evidence, so that a story is read in one place;
 * triggers of the schema keep it the same (migration 10). It repeats the numbers of both, too, along which a search goes from
 * words to places in a list (migration 14).
 */
@NullMarked
package org.retold.api.postgres;

import org.jspecify.annotations.NullMarked;
