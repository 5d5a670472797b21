/** MinHash sketches of a {@link org.retold.dedupe.view.View}: band keys under which articles meet that may be retellings. */
@NullMarked
package org.retold.dedupe.sketch;

import org.jspecify.annotations.NullMarked;
