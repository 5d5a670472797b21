/** Whom an article credits: agencies, their reporters, the outlet in between, the date of the report, its sources. */
@NullMarked
package org.retold.normalize.credit;

import org.jspecify.annotations.NullMarked;
