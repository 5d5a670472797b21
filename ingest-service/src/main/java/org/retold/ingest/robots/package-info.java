/**
 * What a publisher lets machines read.
 *
 * <pre>
 * robots.txt ─▶ RobotsFile ─▶ RobotsRules ─▶ Judgement of a URL
 * </pre>
 */
@NullMarked
package org.retold.ingest.robots;

import org.jspecify.annotations.NullMarked;
