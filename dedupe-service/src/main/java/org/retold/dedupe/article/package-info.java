/** What the service knows of an article besides its text: its place in the order of the world and its reference. */
@NullMarked
package org.retold.dedupe.article;

import org.jspecify.annotations.NullMarked;
