/**
 * Publishers: who originates, who retells, how fast, and whom they credit.
 *
 * <pre>
 * parameters ─▶ OutletQueryReader ─▶ OutletQuery ─▶ OutletPage of Outlet ─▶ OutletCursor ─▶ the next page
 * </pre>
 *
 * <p>All of it is counted every now and then from what the stories hold, so that it is right whatever happened to them.
 */
@NullMarked
package org.retold.api.outlet;

import org.jspecify.annotations.NullMarked;
