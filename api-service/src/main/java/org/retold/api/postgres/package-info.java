/**
 * The read model in PostgreSQL.
 *
 * <pre>
 * Batch ─▶ ReadModel (one transaction) ─▶ StoryTable, MembershipTable, ArticleTable, ... , PositionTable
 *                                          StoryQueries, ArticleQueries, ... ─▶ what is shown
 * </pre>
 */
@NullMarked
package org.retold.api.postgres;

import org.jspecify.annotations.NullMarked;
