package org.retold.access;

import java.security.Key;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** An issuer's keys, and a memory of those that signed tokens lately. */
final class KnownKeys implements VerificationKeyResolver {

    private static final int MOST = 16;

    /** A key that the issuer has taken back is gone after this long, as from what was read of it. */
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final VerificationKeyResolver issuer;
    private final LongSupplier nanoTime;
    private final Map<String, Known> byId = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(Key key, long until) {}

    KnownKeys(VerificationKeyResolver issuer, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.nanoTime = nanoTime;
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> context) throws UnresolvableKeyException {
        Key key = issuer.resolveKey(signature, context);
        synchronized (byId) {
            byId.put(id(signature), new Known(key, nanoTime.getAsLong() + KNOWN_FOR.toNanos()));
        }
        return key;
    }

    /** @throws UnresolvableKeyException where no key is known without a look at what the issuer says */
    Key resolveWithoutAsking(JsonWebSignature signature, List<JsonWebStructure> context)
            throws UnresolvableKeyException {
        synchronized (byId) {
            Known known = byId.get(id(signature));
            if (known == null || known.until() - nanoTime.getAsLong() <= 0) {
                throw new UnresolvableKeyException("no such key is known");
            }
            return known.key();
        }
    }

    private static String id(JsonWebSignature signature) {
        String id = signature.getKeyIdHeaderValue();
        return id == null ? "" : id;
    }
}
