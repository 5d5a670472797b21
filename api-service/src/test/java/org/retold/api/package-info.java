/** The service against real servers: topics in, JSON and pages out. */
@NullMarked
package org.retold.api;

import org.jspecify.annotations.NullMarked;
