package org.retold.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens: what somebody may do, in the words of an issuer that we trust. */
public final class SignedWords {

    private static final Logger LOG = Logger.getLogger(SignedWords.class);

    /** Signatures with a key of which we have only the public half; never none, never a shared secret. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private static final int ALLOWED_CLOCK_SKEW_SECONDS = 30;
    private static final int LONGEST = 16_384;

    private final Optional<JwtConsumer> consumer;
    private final Optional<JwtConsumer> withoutAsking;
    private final String operatorScope;
    private final String readerScope;

    /** What one may do. */
    enum Right {
        READ,
        OPERATE
    }

    private SignedWords(
            Optional<JwtConsumer> consumer,
            Optional<JwtConsumer> withoutAsking,
            String operatorScope,
            String readerScope) {
        this.consumer = consumer;
        this.withoutAsking = withoutAsking;
        this.operatorScope = operatorScope;
        this.readerScope = readerScope;
    }

    /** No issuer is trusted. */
    public static SignedWords none() {
        return new SignedWords(Optional.empty(), Optional.empty(), "", "");
    }

    /**
     * Those of one issuer.
     *
     * @param audience whom they must be meant for
     * @param operatorScope in {@code scope}, {@code scp}, {@code roles} or {@code groups} of who may change something
     * @param readerScope the same of who may look only
     */
    static SignedWords of(Issuer issuer, String audience, String operatorScope, String readerScope) {
        return new SignedWords(
                Optional.of(consumer(issuer.name(), audience, issuer.keys())),
                Optional.of(consumer(issuer.name(), audience, issuer.known())),
                operatorScope,
                readerScope);
    }

    private static JwtConsumer consumer(String issuer, String audience, VerificationKeyResolver keys) {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(true, issuer)
                .setExpectedAudience(true, audience)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(ALLOWED_CLOCK_SKEW_SECONDS)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setVerificationKeyResolver(keys)
                .build();
    }

    boolean areTaken() {
        return consumer.isPresent();
    }

    /** False for whatever is no such token, or not a valid one. */
    boolean say(String token, Right right) {
        return say(token, right, consumer);
    }

    /** The same, but nobody is asked for keys: whoever brings many tokens makes no more work than to look at a signature. */
    boolean surelySay(String token, Right right) {
        return say(token, right, withoutAsking);
    }

    private boolean say(String token, Right right, Optional<JwtConsumer> reader) {
        if (reader.isEmpty()
                || token.length() > LONGEST
                || token.chars().filter(c -> c == '.').count() != 2) {
            return false;
        }
        try {
            List<String> scopes = scopes(reader.get().processToClaims(token));
            return scopes.contains(operatorScope) || (right == Right.READ && scopes.contains(readerScope));
        } catch (InvalidJwtException e) {
            // Its message has the token's claims in it.
            LOG.debugf("signed token refused codes=%s", codes(e));
            return false;
        }
    }

    private static List<Integer> codes(InvalidJwtException refused) {
        return refused.getErrorDetails().stream()
                .map(error -> error.getErrorCode())
                .toList();
    }

    private static List<String> scopes(JwtClaims claims) {
        List<String> scopes = new ArrayList<>();
        for (String claim : List.of("scope", "scp", "roles", "groups")) {
            add(claims.getClaimValue(claim), scopes);
        }
        if (claims.getClaimValue("realm_access") instanceof Map<?, ?> realm) {
            add(realm.get("roles"), scopes);
        }
        return scopes;
    }

    private static void add(@Nullable Object value, List<String> scopes) {
        if (value instanceof String words) {
            scopes.addAll(List.of(words.strip().split("\\s+")));
        } else if (value instanceof Collection<?> many) {
            many.forEach(word -> scopes.add(String.valueOf(word)));
        }
    }
}
