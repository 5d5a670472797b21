package org.retold.ingest.kafka;

/** Kafka did not take what was sent: nothing of it may be counted as done. */
public final class NotAcknowledgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcknowledgedException(String message, Throwable cause) {
        super(message, cause);
    }
}
