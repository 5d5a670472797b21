/** Tests. */
@NullMarked
package org.retold.api.comparison;

import org.jspecify.annotations.NullMarked;
