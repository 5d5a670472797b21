/**
 * Servers that let nobody in without being asked: TLS with certificates of an authority that nobody else trusts.
 *
 * <pre>
 * Authority ─┬▶ SecuredBroker: Kafka, SASL_SSL, SCRAM-SHA-512 ─┬▶ SecuredStack: settings for a Quarkus test
 *            └▶ SecuredDatabase: PostgreSQL, TLS only ─────────┘
 * </pre>
 */
@NullMarked
package org.retold.teststack.secured;

import org.jspecify.annotations.NullMarked;
