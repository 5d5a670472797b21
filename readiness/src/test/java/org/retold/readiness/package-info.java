@NullMarked
package org.retold.readiness;

import org.jspecify.annotations.NullMarked;
