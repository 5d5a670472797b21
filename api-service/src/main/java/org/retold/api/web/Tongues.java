package org.retold.api.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** Chooses the reader's language: French where it is wanted before English, else English. */
final class Tongues {

    private static final Tongue ENGLISH = new Tongue(Locale.UK, MessageBundles.get(Words.class));

    private Tongues() {}

    static Tongue of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            switch (locale.getLanguage()) {
                case "fr" -> {
                    return french();
                }
                case "en" -> {
                    return ENGLISH;
                }
                default -> {
                    // the next one, perhaps
                }
            }
        }
        return ENGLISH;
    }

    private static Tongue french() {
        return new Tongue(Locale.FRENCH, MessageBundles.get(Words.class, Localized.Literal.of("fr")));
    }
}
