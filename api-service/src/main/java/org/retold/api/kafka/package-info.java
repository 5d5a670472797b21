/**
 * Reads the topics: from stored positions, committed records only, one batch a poll; what cannot be read becomes a
 * {@link org.retold.contract.Rejection}.
 *
 * <pre>
 * stored positions ─▶ TopicReader ─▶ RecordSorter ─▶ Batch (values, refusals, how far it has come)
 * look-up ─▶ LookupLine ─▶ retold.lookups.v1 ... retold.lookup-answers.v1 ─▶ LookupLine ─▶ its answer
 * </pre>
 */
@NullMarked
package org.retold.api.kafka;

import org.jspecify.annotations.NullMarked;
