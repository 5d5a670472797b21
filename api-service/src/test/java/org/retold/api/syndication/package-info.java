@NullMarked
package org.retold.api.syndication;

import org.jspecify.annotations.NullMarked;
