/**
 * Compares an OpenAPI document with the service that gives it.
 *
 * <pre>
 * /q/openapi ─▶ OpenApiDocument: calls, parameters, bodies, examples ─▶ OpenApiWalk: calls everything, compares what is answered
 * </pre>
 */
@NullMarked
package org.retold.teststack.openapi;

import org.jspecify.annotations.NullMarked;
