/**
 * Items become articles: the service without its engine.
 *
 * <pre>
 * Item ─▶ Normalizer ─┬▶ Normalized(Article)      charset ─▶ page ─▶ title, url, date, language, credit
 *                     └▶ Refused(code, message)
 * </pre>
 */
@NullMarked
package org.retold.normalize.article;

import org.jspecify.annotations.NullMarked;
