package org.retold.api.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the reader's language: the one that was chosen on the page, else French where the browser wants it before
 * English, else English.
 */
final class Tongues {

    /** Remembers what was chosen on the page. */
    static final String COOKIE = "language";

    private static final String ENGLISH = "en";
    private static final String FRENCH = "fr";

    private static final Sentences SENTENCES = Sentences.french();

    private Tongues() {}

    static Tongue of(HttpHeaders headers) {
        Cookie chosen = headers.getCookies().get(COOKIE);
        if (chosen != null && isKnown(chosen.getValue())) {
            return of(chosen.getValue());
        }
        return of(headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Tongues::isKnown)
                .findFirst()
                .orElse(ENGLISH));
    }

    static boolean isKnown(@Nullable String language) {
        return ENGLISH.equals(language) || FRENCH.equals(language);
    }

    private static Tongue of(String language) {
        return language.equals(FRENCH)
                ? new Tongue(Locale.FRENCH, MessageBundles.get(Words.class, Localized.Literal.of(FRENCH)), SENTENCES)
                : new Tongue(Locale.UK, MessageBundles.get(Words.class), null);
    }
}
