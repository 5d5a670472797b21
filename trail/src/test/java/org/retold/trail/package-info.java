@NullMarked
package org.retold.trail;

import org.jspecify.annotations.NullMarked;
