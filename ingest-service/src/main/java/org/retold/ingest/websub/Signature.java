package org.retold.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a hub signed what it says with our secret. */
public final class Signature {

    /** Those that WebSub names; hubs of its first hour know the first only. */
    private static final Map<String, String> METHODS = Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");

    private Signature() {}

    /** @param header {@code X-Hub-Signature}: method and hex digits, for example {@code sha256=0a1b...} */
    public static boolean isOf(byte[] body, String secret, @Nullable String header) {
        String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
        String method = parts.length == 2 ? METHODS.get(parts[0].toLowerCase(Locale.ROOT)) : null;
        if (method == null) {
            return false;
        }
        try {
            return MessageDigest.isEqual(
                    hmac(method, body, secret), HexFormat.of().parseHex(parts[1]));
        } catch (IllegalArgumentException e) { // No hex digits.
            return false;
        }
    }

    private static byte[] hmac(String method, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), method));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + method, e);
        }
    }
}
