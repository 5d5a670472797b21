@NullMarked
package org.retold.api.http;

import org.jspecify.annotations.NullMarked;
