/**
 * Whether one ingest-service keeps up with very many feeds:
 *
 * <pre>
 *   ManySites (HTTP) ◀── ingest-service ──▶ broker, PostgreSQL
 *        │ a feed was asked      │ retold.feeds.v1: when it is to be asked next
 *        └──────────▶ Lateness ◀─┘
 * </pre>
 */
@NullMarked
package org.retold.benchmarks.feeds;

import org.jspecify.annotations.NullMarked;
