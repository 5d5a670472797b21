/** The whole pipeline as its users meet it: feeds and pushes in, stories out through the API and the topics. */
@NullMarked
package org.retold.e2e;

import org.jspecify.annotations.NullMarked;
