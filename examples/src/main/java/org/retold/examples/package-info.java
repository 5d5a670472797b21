/** How others read the topics, as docs/consuming.md shows it. */
@NullMarked
package org.retold.examples;

import org.jspecify.annotations.NullMarked;
