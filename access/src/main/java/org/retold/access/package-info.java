/**
 * Who comes in, and how we come in at Kafka; the same at every service.
 *
 * <pre>
 * Authorization, client's address ─▶ Door ─▶ Admission: granted, refused, or too many failures
 *                                     ├─ Word: what operators and readers know (KeptWord: made here, and kept)
 *                                     ├─ SignedWords: JSON Web Tokens of an issuer that is trusted
 *                                     │    (Issuer: where its keys are, KnownKeys: which we have)
 *                                     └─ Failures: who guessed how often
 * settings ─▶ Brokers: bootstrap servers, TLS and SASL ─▶ properties of every client
 * TopicMaker: makes the topics that a service writes, and tells those of an earlier version what they lack
 * SetBackClock: what the streams client does not get over
 * </pre>
 */
@NullMarked
package org.retold.access;

import org.jspecify.annotations.NullMarked;
