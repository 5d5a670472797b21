/** When an article says it was published, and the dates that stand in texts of five languages. */
@NullMarked
package org.retold.normalize.date;

import org.jspecify.annotations.NullMarked;
