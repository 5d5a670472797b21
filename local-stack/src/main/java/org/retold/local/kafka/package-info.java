/**
 * A real Kafka in one Java process: one node that is broker and controller.
 *
 * <pre>
 * BrokerSettings ─▶ BrokerProperties ─▶ KafkaBroker        in this process
 *                                           ▲
 *                                      BrokerMain          in a process of its own
 * </pre>
 *
 * <p>And what a replay needs of a running Kafka: a {@link org.retold.local.kafka.Shadow} and what a
 * {@link org.retold.local.kafka.StoriesTopic} holds; and a {@link org.retold.local.kafka.TopicReader} for people; and the
 * {@link org.retold.local.kafka.Returns} of what was refused.
 */
@NullMarked
package org.retold.local.kafka;

import org.jspecify.annotations.NullMarked;
