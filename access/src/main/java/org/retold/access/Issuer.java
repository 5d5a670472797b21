package org.retold.access;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Who signs tokens that we take.
 *
 * @param name {@code iss}
 * @param keys finds the key that a token says it was signed with
 * @param known the same among those that are known without asking anybody
 */
record Issuer(String name, VerificationKeyResolver keys, VerificationKeyResolver known) {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LARGEST_ANSWER = 256 * 1024;

    /** An issuer whose keys do not have what a token names is asked again, but not more often than this. */
    private static final long ASK_AGAIN_AFTER_MILLIS = 2_000;

    /** One whose key we have (PEM). */
    static Issuer ofKey(String name, String pem) {
        PublicKey key = publicKey(pem);
        return new Issuer(name, (signature, context) -> key, (signature, context) -> key);
    }

    /** One that shows its keys at an address (JWKS). */
    static Issuer ofKeys(String name, String address) {
        return remembering(name, new HttpsJwksVerificationKeyResolver(keysAt(address)));
    }

    /** One that says itself where its keys are (OpenID Connect Discovery 1.0, 4); asked when the first token comes. */
    static Issuer discovered(String name) {
        AtomicReference<VerificationKeyResolver> found = new AtomicReference<>();
        return remembering(name, (signature, context) -> {
            VerificationKeyResolver keys = found.get();
            if (keys == null) {
                keys = new HttpsJwksVerificationKeyResolver(keysAt(addressOfKeys(name)));
                found.set(keys);
            }
            return keys.resolveKey(signature, context);
        });
    }

    private static Issuer remembering(String name, VerificationKeyResolver asking) {
        KnownKeys keys = new KnownKeys(asking, System::nanoTime);
        return new Issuer(name, keys, keys::resolveWithoutAsking);
    }

    private static HttpsJwks keysAt(String address) {
        HttpsJwks keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get());
        keys.setRefreshReprieveThreshold(ASK_AGAIN_AFTER_MILLIS);
        return keys;
    }

    private static Get get() {
        Get get = new Get();
        get.setConnectTimeout(PATIENCE_MILLIS);
        get.setReadTimeout(PATIENCE_MILLIS);
        get.setResponseBodySizeLimit(LARGEST_ANSWER);
        get.setRetries(1);
        return get;
    }

    private static String addressOfKeys(String issuer) throws UnresolvableKeyException {
        String address = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
        try {
            Map<String, Object> said = JsonUtil.parseJson(get().get(address).getBody());
            if (!issuer.equals(said.get("issuer"))) {
                throw new UnresolvableKeyException(address + " speaks for another issuer");
            }
            if (said.get("jwks_uri") instanceof String keys) {
                return keys;
            }
            throw new UnresolvableKeyException(address + " names no jwks_uri");
        } catch (IOException | JoseException e) {
            throw new UnresolvableKeyException(address + " cannot be read: " + e.getMessage());
        }
    }

    private static byte[] der(String pem) {
        try {
            return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static PublicKey publicKey(String pem) {
        byte[] der = der(pem);
        return publicKey("RSA", der)
                .or(() -> publicKey("EC", der))
                .orElseThrow(() ->
                        new IllegalArgumentException("RETOLD_JWT_KEY is no public key of kind RSA or EC in PEM form"));
    }

    private static Optional<PublicKey> publicKey(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
