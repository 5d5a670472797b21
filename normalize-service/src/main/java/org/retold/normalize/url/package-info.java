/** One address for one article: which spelling is shown, which key identifies it, and whose site it is. */
@NullMarked
package org.retold.normalize.url;

import org.jspecify.annotations.NullMarked;
