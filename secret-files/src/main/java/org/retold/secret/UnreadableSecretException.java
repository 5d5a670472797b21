package org.retold.secret;

/** A secret is said to be in a file and is not there; the service does not start. The message never holds a secret. */
public final class UnreadableSecretException extends RuntimeException {

    UnreadableSecretException(String message) {
        super(message);
    }

    UnreadableSecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
