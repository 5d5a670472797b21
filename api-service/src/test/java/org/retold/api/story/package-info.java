/** Tests. */
@NullMarked
package org.retold.api.story;

import org.jspecify.annotations.NullMarked;
