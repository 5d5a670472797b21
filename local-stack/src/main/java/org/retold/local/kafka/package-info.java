/**
 * A real Kafka in one Java process: one node that is broker and controller.
 *
 * <pre>
 * BrokerSettings ─▶ BrokerProperties ─▶ KafkaBroker        in this process
 *                                           ▲
 *                                      BrokerMain          in a process of its own
 * </pre>
 */
@NullMarked
package org.retold.local.kafka;

import org.jspecify.annotations.NullMarked;
