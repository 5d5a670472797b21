/**
 * The one way out: every request that leaves for the web, bounded in address, size, time and redirects.
 *
 * <pre>
 * Request ─▶ OutboundClient ─▶ Gate ─▶ hop ─▶ GuardedDns ─▶ AddressGuard ─▶ web
 *                 ▲                     │ redirect
 *                 └─────────────────────┘
 *            Answer: Ok, NotModified, Refused, Held, Forbidden, TooLarge, RedirectedTooOften, HttpError, Unreachable
 *
 * Message ─▶ OutboundClient ─▶ GuardedDns ─▶ AddressGuard ─▶ who wants to be told
 *            Reply: Came, Refused, Unreachable
 * </pre>
 */
@NullMarked
package org.retold.outbound;

import org.jspecify.annotations.NullMarked;
