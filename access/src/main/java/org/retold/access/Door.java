package org.retold.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators do what changes something, and readers look. An operator may read; what a browser sends by itself (Basic) is
 * good for looking only, or a page elsewhere could make it change something.
 *
 * <p>Many may share an address, behind a proxy for one: a word that is too long to be guessed is let in also where others
 * brought too many wrong ones, so that they keep nobody out.
 */
public final class Door {

    private static final String BEARER = "Bearer realm=\"retold\"";
    private static final String BASIC = "Basic realm=\"retold\", charset=\"UTF-8\"";

    private final Word operator;
    private final Reading reading;
    private final SignedWords signed;
    private final Failures failures;

    /** Who may look. */
    public sealed interface Reading {

        /** Everybody. */
        record Open() implements Reading {}

        /** Who brings this word, or the operator's. */
        record ByWord(Word word) implements Reading {}
    }

    public Door(Word operator, Reading reading, SignedWords signed, Failures failures) {
        this.operator = operator;
        this.reading = reading;
        this.signed = signed;
        this.failures = failures;
    }

    /**
     * Whether somebody may change something.
     *
     * @param authorization the header, as it came
     * @param client the address that it came from
     */
    public Admission operator(@Nullable String authorization, String client) {
        if (!operator.isSet() && !signed.areTaken()) {
            return new Admission.Impossible(
                    "Nobody can do this here, because no operator token is set (RETOLD_OPERATOR_TOKEN).");
        }
        return admit(
                word(authorization, "bearer"),
                client,
                word -> operator.isBroughtBy(word) || signed.say(word, SignedWords.Right.OPERATE),
                word -> isSurely(operator, word) || signed.surelySay(word, SignedWords.Right.OPERATE),
                new Admission.Refused("This call needs the operator token: Authorization: Bearer ...", BEARER));
    }

    /** Whether everybody may look. */
    public boolean isOpenToReaders() {
        return reading instanceof Reading.Open;
    }

    /** Whether somebody may look. */
    public Admission reader(@Nullable String authorization, String client) {
        return switch (reading) {
            case Reading.Open ignored -> new Admission.Granted();
            case Reading.ByWord(Word reader) ->
                admit(
                        word(authorization, "bearer").or(() -> password(authorization)),
                        client,
                        word -> reader.isBroughtBy(word)
                                || operator.isBroughtBy(word)
                                || signed.say(word, SignedWords.Right.READ),
                        word -> isSurely(reader, word)
                                || isSurely(operator, word)
                                || signed.surelySay(word, SignedWords.Right.READ),
                        new Admission.Refused("Reading needs the reader token, as bearer or as password.", BASIC));
        };
    }

    private interface Check {
        boolean takes(String word);
    }

    private static boolean isSurely(Word word, String brought) {
        return word.isUnguessable() && word.isBroughtBy(brought);
    }

    /** @param sure what is taken even where too many failures came from: nobody finds it by trying */
    private Admission admit(Optional<String> word, String client, Check check, Check sure, Admission.Refused refusal) {
        if (word.isEmpty()) {
            return refusal;
        }
        Optional<Duration> lockedOut = failures.lockedOut(client);
        if (lockedOut.isPresent()) {
            if (sure.takes(word.get())) {
                return new Admission.Granted();
            }
            return new Admission.TooManyFailures(lockedOut.get());
        }
        if (check.takes(word.get())) {
            return new Admission.Granted();
        }
        failures.count(client);
        return refusal;
    }

    private static Optional<String> word(@Nullable String authorization, String scheme) {
        if (authorization == null) {
            return Optional.empty();
        }
        String[] parts = authorization.strip().split("\\s+", 2);
        return parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals(scheme)
                ? Optional.of(parts[1].strip())
                : Optional.empty();
    }

    /** Whatever the name is. */
    private static Optional<String> password(@Nullable String authorization) {
        return word(authorization, "basic").map(encoded -> {
            try {
                String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
                return pair.substring(pair.indexOf(':') + 1);
            } catch (IllegalArgumentException e) {
                return encoded;
            }
        });
    }
}
