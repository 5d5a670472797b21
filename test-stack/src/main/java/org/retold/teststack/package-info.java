/**
 * A real Kafka and a real PostgreSQL for tests, and a short way to look at topics.
 *
 * <pre>
 * -Dit.infra=embedded|containers ─▶ TestServers ─┬▶ TestStack: settings for a Quarkus test
 *                                                └▶ TopicProbe: send to a topic, read what is there
 * </pre>
 */
@NullMarked
package org.retold.teststack;

import org.jspecify.annotations.NullMarked;
