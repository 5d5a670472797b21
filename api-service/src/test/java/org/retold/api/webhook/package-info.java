@NullMarked
package org.retold.api.webhook;

import org.jspecify.annotations.NullMarked;
