/**
 * Which refused records go back to where they came from. Pure.
 *
 * <pre>
 * Rejected (a record of the rejections topic) ─┐
 *                                              ├▶ Verdict: send it, or leave it and say why
 * Origin (what its partition holds since)  ────┘
 * </pre>
 */
@NullMarked
package org.retold.local.redrive;

import org.jspecify.annotations.NullMarked;
