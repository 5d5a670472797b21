/**
 * Whether a service can work, as a metric. Being on the class path is enough.
 *
 * <pre>
 * what /q/health/ready asks ─▶ Pulse, every ten seconds ─▶ retold_ready, 1 or 0
 * </pre>
 */
@NullMarked
package org.retold.readiness;

import org.jspecify.annotations.NullMarked;
