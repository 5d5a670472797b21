/** Tests. */
@NullMarked
package org.retold.api.postgres;

import org.jspecify.annotations.NullMarked;
