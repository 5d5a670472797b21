/**
 * What others do to find near-duplicates, on the same articles, for comparison. Each links articles and calls what is
 * linked a story:
 *
 * <pre>
 *   Text ──▶ Baseline: MinHashBands, NearSimHash, AlikeTitles, NearestNeighbour ──▶ stories, by number
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
