/**
 * HTTP, both ways: the demo site's server, and calls to our own services.
 */
@NullMarked
package org.retold.local.http;

import org.jspecify.annotations.NullMarked;
