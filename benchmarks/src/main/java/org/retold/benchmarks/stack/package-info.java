/** What a user of the whole stack would get: labelled articles pushed in, stories read from the API, scored. */
@NullMarked
package org.retold.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
