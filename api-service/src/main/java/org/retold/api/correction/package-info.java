/**
 * What operators say about stories, as the corrections that bind the clusterer. Pure.
 *
 * <pre>
 * Split (articles that leave a story) ─┐
 *                                      ├─▶ Ruling: Given (corrections, all or none of them) or Refused (why)
 * Merge (stories that are one) ────────┘
 * </pre>
 */
@NullMarked
package org.retold.api.correction;

import org.jspecify.annotations.NullMarked;
