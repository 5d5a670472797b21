/** Tests. */
@NullMarked
package org.retold.api.rest;

import org.jspecify.annotations.NullMarked;
