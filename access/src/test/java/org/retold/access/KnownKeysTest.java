package org.retold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

final class KnownKeysTest {

    private static final HmacKey KEY = new HmacKey(new byte[32]);

    private final AtomicLong nanos = new AtomicLong();
    private final KnownKeys keys = new KnownKeys((signature, context) -> KEY, nanos::get);

    @Test
    void aKeyIsKnownForAnHourAfterATokenNeededIt() throws UnresolvableKeyException {
        keys.resolveKey(signedWith("a"), List.of());
        nanos.set(Duration.ofMinutes(59).toNanos());

        assertThat(keys.resolveWithoutAsking(signedWith("a"), List.of())).isEqualTo(KEY);

        nanos.set(Duration.ofMinutes(60).toNanos());

        assertThatThrownBy(() -> keys.resolveWithoutAsking(signedWith("a"), List.of()))
                .isInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void aKeyThatNoTokenNeededIsNotKnown() throws UnresolvableKeyException {
        keys.resolveKey(signedWith("a"), List.of());

        assertThatThrownBy(() -> keys.resolveWithoutAsking(signedWith("b"), List.of()))
                .isInstanceOf(UnresolvableKeyException.class);
    }

    private static JsonWebSignature signedWith(String keyId) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setKeyIdHeaderValue(keyId);
        return signature;
    }
}
