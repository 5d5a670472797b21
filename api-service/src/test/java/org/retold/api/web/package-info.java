/** Tests. */
@NullMarked
package org.retold.api.web;

import org.jspecify.annotations.NullMarked;
