/**
 * Who is read, when, politely: feeds, pages and pushes become items.
 *
 * <pre>
 * every second: IngestPass ─▶ poll ─▶ feed ─▶ item ─▶ http (full text) ─▶ kafka ─▶ postgres (seen, next poll)
 * on request:   PushImport ─▶ push ─────────────────────────────────────▶ kafka
 * </pre>
 */
@NullMarked
package org.retold.ingest;

import org.jspecify.annotations.NullMarked;
