/** Tests. */
@NullMarked
package org.retold.api.arrival;

import org.jspecify.annotations.NullMarked;
