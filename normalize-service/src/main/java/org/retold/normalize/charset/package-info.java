/** Bytes become text: by byte order mark, by validity, by what was declared, by what the bytes look like; never silently wrong. */
@NullMarked
package org.retold.normalize.charset;

import org.jspecify.annotations.NullMarked;
