/** What a takedown means, shown on single items and articles. */
@NullMarked
package org.retold.normalize.takedown;

import org.jspecify.annotations.NullMarked;
