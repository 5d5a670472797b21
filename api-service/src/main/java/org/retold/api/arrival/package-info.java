/**
 * What came in from the topics, as values: records with the place they were read at, and which of them may be shown
 * together.
 */
@NullMarked
package org.retold.api.arrival;

import org.jspecify.annotations.NullMarked;
