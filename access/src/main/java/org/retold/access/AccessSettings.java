package org.retold.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what is set on access, by name; the same names at every service:
 *
 * <ul>
 *   <li>{@code RETOLD_READ_ACCESS}: {@code open} (default), or {@code token}
 *   <li>{@code RETOLD_READ_TOKEN}: what readers bring then
 *   <li>{@code RETOLD_JWT_ISSUER}: whose signed tokens are taken too
 *   <li>{@code RETOLD_JWT_AUDIENCE}: whom they must be meant for, {@code retold}
 *   <li>{@code RETOLD_JWT_JWKS}: address of the issuer's keys (JWKS); where it is missing the issuer is asked for it
 *   <li>{@code RETOLD_JWT_KEY}: the issuer's public key (PEM) instead
 *   <li>{@code RETOLD_JWT_OPERATOR_SCOPE}, {@code RETOLD_JWT_READER_SCOPE}: {@code retold:operator}, {@code retold:reader}
 * </ul>
 */
public final class AccessSettings {

    private static final int WRONG_WORDS = 10;
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int CLIENTS = 10_000;

    private final Settings set;

    public AccessSettings(Settings set) {
        this.set = set;
    }

    /**
     * The door as it is set.
     *
     * @throws IllegalArgumentException when that cannot be, in a sentence
     */
    public Door door(Word operator, InstantSource clock) {
        return new Door(operator, reading(), signedWords(), new Failures(WRONG_WORDS, A_WHILE, CLIENTS, clock));
    }

    private Door.Reading reading() {
        String access = set.value("RETOLD_READ_ACCESS", "open").toLowerCase(Locale.ROOT);
        return switch (access) {
            case "open" -> new Door.Reading.Open();
            case "token" -> new Door.Reading.ByWord(Word.of(set.value("RETOLD_READ_TOKEN")));
            default ->
                throw new IllegalArgumentException("RETOLD_READ_ACCESS is '%s', not open or token".formatted(access));
        };
    }

    private SignedWords signedWords() {
        Optional<String> name = set.value("RETOLD_JWT_ISSUER");
        if (name.isEmpty()) {
            return SignedWords.none();
        }
        Issuer issuer = set.value("RETOLD_JWT_KEY")
                .map(pem -> Issuer.ofKey(name.get(), pem))
                .or(() -> set.value("RETOLD_JWT_JWKS").map(address -> Issuer.ofKeys(name.get(), address)))
                .orElseGet(() -> Issuer.discovered(name.get()));
        return SignedWords.of(
                issuer,
                set.value("RETOLD_JWT_AUDIENCE", "retold"),
                set.value("RETOLD_JWT_OPERATOR_SCOPE", "retold:operator"),
                set.value("RETOLD_JWT_READER_SCOPE", "retold:reader"));
    }
}
