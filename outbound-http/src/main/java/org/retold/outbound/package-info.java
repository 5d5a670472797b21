/**
 * The one way out: every request that leaves for the web, bounded in address, size, time and redirects.
 *
 * <pre>
 * Request ─▶ OutboundClient ─▶ hop ─▶ GuardedDns ─▶ AddressGuard ─▶ web
 *                 ▲             │ redirect
 *                 └─────────────┘
 *            Answer: Ok, NotModified, Refused, TooLarge, RedirectedTooOften, HttpError, Unreachable
 * </pre>
 */
@NullMarked
package org.retold.outbound;

import org.jspecify.annotations.NullMarked;
