package org.retold.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** RFC 4231, test case 2. */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

    private static final String SECRET = "Jefe";
    private static final String SHA256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void whatTheHubSignedWithOurSecretIsItsWord() {
        assertThat(Signature.isOf(BODY, SECRET, "sha256=" + SHA256)).isTrue();
        assertThat(Signature.isOf(BODY, SECRET, " SHA256=" + SHA256.toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
    }

    @Test
    void hubsOfTheFirstHourSignWithAnOlderMethod() {
        // RFC 2202, test case 2.
        assertThat(Signature.isOf(BODY, SECRET, "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256=",
                "sha256=zz",
                "md5=" + SHA256,
                SHA256,
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844"
            })
    void whatIsNotSignedSoIsNobodysWord(@Nullable String header) {
        assertThat(Signature.isOf(BODY, SECRET, header)).isFalse();
    }

    @Test
    void anotherSecretOrAnotherBodyIsNotSigned() {
        assertThat(Signature.isOf(BODY, "Jeff", "sha256=" + SHA256)).isFalse();
        assertThat(Signature.isOf(new byte[0], SECRET, "sha256=" + SHA256)).isFalse();
    }
}
