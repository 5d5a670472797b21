/**
 * One command without Docker: a real Kafka, a real PostgreSQL, a demo site and the four services as processes.
 *
 * <pre>
 * Retold ─┬▶ Demo ─┬▶ Session ─▶ LocalStack (stack) ─▶ kafka, postgres, the services, each a Supervised process
 *         └▶ Up ───┘                 DemoSite (http) ─▶ Newsstand (demo)
 *         └▶ Replay ─▶ one more dedupe-service beside a running pipeline ─▶ Comparison (replay) of its stories and the live ones
 *         └▶ Tail (kafka) ─▶ what the records say, in words (tail)
 *         └▶ Stories (http)
 * </pre>
 */
@NullMarked
package org.retold.local;

import org.jspecify.annotations.NullMarked;
