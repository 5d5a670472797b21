@NullMarked
package org.retold.api.correction;

import org.jspecify.annotations.NullMarked;
