/**
 * One command without Docker: a real Kafka, a real PostgreSQL, a demo site and the four services as processes.
 *
 * <pre>
 * Retold ─┬▶ Demo ─┬▶ Session ─▶ LocalStack (stack) ─▶ kafka, postgres, the services, each a Supervised process
 *         └▶ Up ───┘                 DemoSite (http) ─▶ Newsstand (demo)
 * </pre>
 */
@NullMarked
package org.retold.local;

import org.jspecify.annotations.NullMarked;
