/** Which language a text is written in, told from the text alone. */
@NullMarked
package org.retold.normalize.language;

import org.jspecify.annotations.NullMarked;
