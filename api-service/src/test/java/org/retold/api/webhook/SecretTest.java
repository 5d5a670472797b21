package org.retold.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SecretTest {

    /** Made with {@code printf | openssl dgst -sha256 -hmac} of the key's 24 bytes. */
    @Test
    void aMessageIsSignedAsStandardWebhooksHasIt() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsNotShownByAccident() {
        Secret secret = Secret.fresh(new SecureRandom());

        assertThat(secret.word()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.toString()).isEqualTo("whsec_...");
        assertThatThrownBy(() -> new Secret("word")).hasMessageContaining("whsec_");
    }
}
