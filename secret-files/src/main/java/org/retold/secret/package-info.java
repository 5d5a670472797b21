/**
 * Secrets by file: what an operator does not want to see among the environment of a process.
 *
 * <pre>
 * RETOLD_OPERATOR_TOKEN_FILE=/run/secrets/operator-token ─▶ SecretFiles ─▶ RETOLD_OPERATOR_TOKEN
 * RETOLD_JDBC_PASSWORD_FILE=/run/secrets/postgres-password ─┘         └─▶ RETOLD_JDBC_PASSWORD
 * </pre>
 *
 * <p>Being on the class path is enough. A service reads the setting and does not know where it came from.
 */
@NullMarked
package org.retold.secret;

import org.jspecify.annotations.NullMarked;
