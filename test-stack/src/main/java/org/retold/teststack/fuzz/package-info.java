/**
 * Damaged input, and what reading it may take.
 *
 * <pre>
 * original ─▶ Mutations: damaged, the same each time ─▶ Bounds: read within time and memory of its size
 * </pre>
 */
@NullMarked
package org.retold.teststack.fuzz;

import org.jspecify.annotations.NullMarked;
