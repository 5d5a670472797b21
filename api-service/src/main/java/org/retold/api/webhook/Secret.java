package org.retold.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook and we know, and nobody else.
 *
 * @param word {@code whsec_} and the key in Base64, as Standard Webhooks writes it
 */
public record Secret(String word) {

    private static final String PREFIX = "whsec_";
    private static final String METHOD = "HmacSHA256";
    private static final int BYTES = 32;

    public Secret {
        if (!word.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
    }

    /** @param random that nobody can guess */
    public static Secret fresh(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The signature of a message: {@code v1,} and the HMAC in Base64. */
    public String sign(String id, Instant sent, String body) {
        try {
            Mac mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(word.substring(PREFIX.length())), METHOD));
            String signed = id + "." + sent.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + METHOD, e);
        }
    }

    /** Not the secret. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
