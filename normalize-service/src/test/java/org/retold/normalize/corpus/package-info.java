/** Test pages and the corpora beside the checkout. */
@NullMarked
package org.retold.normalize.corpus;

import org.jspecify.annotations.NullMarked;
