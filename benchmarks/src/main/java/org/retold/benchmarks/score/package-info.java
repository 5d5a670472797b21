/** How well stories that were found agree with labelled ones, and the page that says so. */
@NullMarked
package org.retold.benchmarks.score;

import org.jspecify.annotations.NullMarked;
