package org.retold.dedupe.view;

import java.util.Locale;

/** The languages whose words, numbers and dates we know; everything else is read by shape alone. */
enum Tongue {
    FR,
    EN,
    DE,
    ES,
    IT,
    OTHER;

    static Tongue of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "fr" -> FR;
            case "en" -> EN;
            case "de" -> DE;
            case "es" -> ES;
            case "it" -> IT;
            default -> OTHER;
        };
    }

    /** Whether a dot groups thousands and a comma marks decimals, or the other way round. */
    boolean decimalPoint() {
        return this == EN || this == OTHER;
    }
}
