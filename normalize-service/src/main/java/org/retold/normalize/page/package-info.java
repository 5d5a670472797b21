/**
 * What a reader would read on a page: the main text as paragraphs, and the page's own statements about itself.
 *
 * <pre>
 * HTML ─▶ Page ─▶ MainTextReader ─┬▶ SpipText        keep and drop lists of the squelettes
 *                                 ├▶ GenericText     Outline ─▶ Heartland ─▶ Weeding
 *                                 └▶ JsonLd          where its length agrees
 * </pre>
 */
@NullMarked
package org.retold.normalize.page;

import org.jspecify.annotations.NullMarked;
