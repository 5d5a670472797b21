/**
 * The pipeline on one machine: Kafka, PostgreSQL and the four services, started, watched and stopped in order.
 *
 * <pre>
 * StackSettings ─▶ DataDirectory (lock, token) ─▶ LocalStack ─┬▶ PostgreSQL ─┐
 *                                                             ├▶ Kafka ──────┴▶ ingest, api
 *                                                             └▶ Kafka ───────▶ normalize, dedupe
 * </pre>
 */
@NullMarked
package org.retold.local.stack;

import org.jspecify.annotations.NullMarked;
