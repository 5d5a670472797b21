@NullMarked
package org.retold.api.live;

import org.jspecify.annotations.NullMarked;
