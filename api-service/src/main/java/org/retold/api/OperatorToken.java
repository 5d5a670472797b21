package org.retold.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/** What a call that changes something must bring; the same that ingest-service asks for. */
public final class OperatorToken {

    private final byte[] token;

    private OperatorToken(String token) {
        this.token = token.getBytes(UTF_8);
    }

    /** Without one that is set nobody can be the operator. */
    static OperatorToken of(Optional<String> set) {
        return new OperatorToken(set.map(String::strip).orElse(""));
    }

    public boolean isSet() {
        return token.length > 0;
    }

    /** Takes the same time wherever the first difference is. */
    public boolean isBroughtBy(String presented) {
        return isSet() && MessageDigest.isEqual(token, presented.getBytes(UTF_8));
    }
}
