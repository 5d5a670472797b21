/**
 * Speed, size and recovery of the whole dedupe service as it runs in production:
 *
 * <pre>
 *   MadeNews ──▶ Deployment: broker (one core) ◀──▶ Instances of dedupe-service (the other core) ──▶ Sample, Footprint ──▶ a table
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.topology;

import org.jspecify.annotations.NullMarked;
