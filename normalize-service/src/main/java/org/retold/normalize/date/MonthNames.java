package org.retold.normalize.date;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Month names of five languages with their abbreviations, folded: lower case, no accents, no full stop. */
final class MonthNames {

    private static final String[] BY_MONTH = {
        "janvier janv january jan januar janner enero ene gennaio gen",
        "fevrier fevr fev february feb februar febrero febbraio",
        "mars march mar marz marzo maerz",
        "avril avr april apr abril abr aprile",
        "mai may mayo maggio mag",
        "juin june jun juni junio giugno giu",
        "juillet juil july jul juli julio luglio lug",
        "aout august aug agosto ago",
        "septembre sept september sep septiembre setiembre settembre set",
        "octobre oct october oktober okt octubre ottobre ott",
        "novembre nov november noviembre",
        "decembre dec december dezember dez diciembre dic dicembre"
    };
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        for (int month = 1; month <= BY_MONTH.length; month++) {
            for (String name : BY_MONTH[month - 1].split(" ", -1)) {
                MONTHS.put(name, month);
            }
        }
    }

    private MonthNames() {}

    static Optional<Integer> number(String folded) {
        String name = folded.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(MONTHS.get(name.endsWith(".") ? name.substring(0, name.length() - 1) : name));
    }

    /** An alternation of all names, longest first. */
    static String alternation() {
        return String.join(
                "|",
                MONTHS.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length() != 0 ? b.length() - a.length() : a.compareTo(b))
                        .toList());
    }
}
