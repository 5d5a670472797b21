/**
 * A real PostgreSQL from Maven artifacts.
 *
 * <pre>
 * PostgresBinaries ─▶ PostgresCluster (a data directory) ─▶ PostgresServer, or any process that runs its command
 * </pre>
 */
@NullMarked
package org.retold.local.postgres;

import org.jspecify.annotations.NullMarked;
