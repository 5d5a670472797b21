package org.retold.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.access.Admission.Granted;
import org.retold.access.Admission.Refused;
import org.retold.access.Admission.TooManyFailures;

class SignedWordsTest {

    private final Provider provider = new Provider();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aTokenWithTheOperatorsScopeIsTakenWhereTheOperatorTokenIs() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));

        String token = provider.signed(provider.claims("openid retold:operator"));

        assertThat(door.operator("Bearer " + token, "192.0.2.1")).isInstanceOf(Granted.class);
        assertThat(door.reader("Bearer " + token, "192.0.2.1")).isInstanceOf(Granted.class);
        assertThat(door.operator("Bearer word-of-the-operator", "192.0.2.1")).isInstanceOf(Granted.class);
    }

    @Test
    void whoMayReadMayNotChange() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys(), "RETOLD_READ_ACCESS", "token"));

        String token = provider.signed(provider.claims("retold:reader"));
        String stranger = provider.signed(provider.claims("openid"));

        assertThat(door.reader("Bearer " + token, "192.0.2.1")).isInstanceOf(Granted.class);
        assertRefused(door, token);
        assertRefused(door, stranger);
        assertThat(door.reader("Bearer " + stranger, "192.0.2.1")).isInstanceOf(Refused.class);
    }

    @Test
    void rolesAreScopesToo() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys(), "RETOLD_JWT_OPERATOR_SCOPE", "editors"));
        JwtClaims listed = provider.claims("");
        listed.setStringListClaim("roles", "guests", "editors");
        JwtClaims nested = provider.claims("");
        nested.setClaim("realm_access", Map.of("roles", List.of("editors")));

        assertThat(door.operator("Bearer " + provider.signed(listed), "192.0.2.1"))
                .isInstanceOf(Granted.class);
        assertThat(door.operator("Bearer " + provider.signed(nested), "192.0.2.1"))
                .isInstanceOf(Granted.class);
    }

    @Test
    void whatIsExpiredForOthersByOthersOrWithoutAnEndIsNotTaken() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));
        JwtClaims expired = provider.claims("retold:operator");
        expired.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
        JwtClaims notYet = provider.claims("retold:operator");
        notYet.setNotBefore(NumericDate.fromSeconds(NumericDate.now().getValue() + 600));
        JwtClaims byAnother = provider.claims("retold:operator");
        byAnother.setIssuer("https://elsewhere.example");
        JwtClaims forAnother = provider.claims("retold:operator");
        forAnother.setAudience("another-service");
        JwtClaims forNobody = provider.claims("retold:operator");
        forNobody.unsetClaim("aud");
        JwtClaims forEver = provider.claims("retold:operator");
        forEver.unsetClaim("exp");

        for (JwtClaims wrong : List.of(expired, notYet, byAnother, forAnother, forNobody, forEver)) {
            assertRefused(door, provider.signed(wrong));
        }
    }

    @Test
    void whatIsNotSignedByTheIssuersKeyIsNotTaken() throws JoseException {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));
        JwtClaims claims = provider.claims("retold:operator");
        String right = provider.signed(claims);

        assertRefused(door, Provider.signed(claims, Provider.FORGED));
        assertRefused(door, encoded("{\"alg\":\"none\"}") + "." + encoded(claims.toJson()) + ".");
        assertRefused(door, signedWithThePublicKeyAsSecret(claims));
        assertRefused(door, right.substring(0, right.lastIndexOf('.') + 1));
        assertRefused(
                door,
                right.replaceFirst("\\.[^.]+\\.", "." + encoded(claims.toJson().replace("desk", "chief")) + "."));
    }

    @Test
    void aTokenIsTakenHoweverManyForgedOnesCameFromThereAndTheIssuerIsLeftAlone() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));
        JwtClaims claims = provider.claims("retold:operator");
        door.operator("Bearer " + provider.signed(claims), "192.0.2.2");
        for (int i = 0; i < 10; i++) {
            door.operator("Bearer guess-" + i, "192.0.2.1");
        }
        int asked = provider.timesAsked();

        assertThat(door.operator("Bearer " + provider.signed(claims), "192.0.2.1"))
                .isInstanceOf(Granted.class);
        assertThat(door.operator("Bearer " + provider.signed(provider.claims("retold:reader")), "192.0.2.1"))
                .isInstanceOf(TooManyFailures.class);
        assertThat(door.operator("Bearer " + Provider.signed(claims, Provider.FORGED), "192.0.2.1"))
                .isInstanceOf(TooManyFailures.class);
        provider.rotate();
        assertThat(door.operator("Bearer " + provider.signed(claims), "192.0.2.1"))
                .as("a key that is not known is not asked for while so many guess")
                .isInstanceOf(TooManyFailures.class);
        assertThat(provider.timesAsked()).isEqualTo(asked);
    }

    @Test
    void whatIsNoTokenAtAllIsRefusedWithoutAskingTheIssuer() {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));

        for (String nonsense : List.of("x", "..", "a.b.c", "a.b.c.d", "x".repeat(100_000))) {
            assertRefused(door, nonsense);
        }

        assertThat(provider.timesAsked()).isZero();
    }

    @Test
    void aNewKeyOfTheIssuerIsFoundAndTheOldOneForgotten() throws InterruptedException {
        Door door = door(Map.of("RETOLD_JWT_JWKS", provider.keys()));
        String old = provider.signed(provider.claims("retold:operator"));
        assertThat(door.operator("Bearer " + old, "192.0.2.1")).isInstanceOf(Granted.class);

        provider.rotate();
        Thread.sleep(2_100); // An issuer is not asked again sooner than that.

        String rotated = provider.signed(provider.claims("retold:operator"));
        assertThat(door.operator("Bearer " + rotated, "192.0.2.1")).isInstanceOf(Granted.class);
        assertRefused(door, old);
        assertThat(provider.timesAsked()).isEqualTo(2);
    }

    @Test
    void anIssuerSaysItselfWhereItsKeysAre() {
        Door door = door(Map.of());

        assertThat(door.operator("Bearer " + provider.signed(provider.claims("retold:operator")), "192.0.2.1"))
                .isInstanceOf(Granted.class);
    }

    @Test
    void anIssuerThatSpeaksForAnotherOrIsAwayLetsNobodyIn() {
        JwtClaims claims = provider.claims("retold:operator");
        for (String issuer : List.of(provider.name() + "/of-another", "http://127.0.0.1:1")) {
            Door door = door(Map.of("RETOLD_JWT_ISSUER", issuer));
            claims.setIssuer(issuer);

            assertRefused(door, provider.signed(claims));
            assertThat(door.operator("Bearer word-of-the-operator", "192.0.2.1"))
                    .isInstanceOf(Granted.class);
        }
    }

    @Test
    void theIssuersKeyMayBeSet() {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(provider.key().getPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Door door = door(Map.of("RETOLD_JWT_KEY", pem));

        assertThat(door.operator("Bearer " + provider.signed(provider.claims("retold:operator")), "192.0.2.1"))
                .isInstanceOf(Granted.class);
        assertThat(provider.timesAsked()).isZero();
        assertRefused(door, Provider.signed(provider.claims("retold:operator"), Provider.FORGED));
    }

    @Test
    void whatIsNoKeyIsSaidAtTheStart() {
        assertThatThrownBy(() -> door(Map.of("RETOLD_JWT_KEY", "no key")))
                .hasMessage("RETOLD_JWT_KEY is no public key of kind RSA or EC in PEM form");
    }

    private static void assertRefused(Door door, String token) {
        assertThat(door.operator("Bearer " + token, "192.0.2." + Math.floorMod(token.hashCode(), 250)))
                .isInstanceOf(Refused.class);
    }

    private Door door(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("RETOLD_JWT_ISSUER", provider.name()));
        all.putAll(settings);
        return new AccessSettings(new Settings(name -> Optional.ofNullable(all.get(name))))
                .door(Word.of(Optional.of("word-of-the-operator")), new SetClock());
    }

    private String signedWithThePublicKeyAsSecret(JwtClaims claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(new HmacKey(provider.key().getPublicKey().getEncoded()));
        signature.setKeyIdHeaderValue(provider.key().getKeyId());
        signature.setAlgorithmHeaderValue("HS256");
        return signature.getCompactSerialization();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
