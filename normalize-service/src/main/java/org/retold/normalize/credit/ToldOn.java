package org.retold.normalize.credit;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.retold.normalize.date.FoundDate;
import org.retold.normalize.date.TextDates;

/** The day on which, as a sentence says, the agency told it: "AFP reported on 13 October", "el 16 de mayo por EFE". */
final class ToldOn {

    /** Stands for the agency, so that no pattern has to know all names. */
    private static final String AGENCY = "\u0001";

    private static final String DAY = "(?<day>\\d{1,2}(?:er|st|nd|rd|th|\\.)? (?:de |of )?\\p{L}+|\\p{L}+ \\d{1,2})";
    private static final String ON = "(?:le|il|el|am|on|vom|du|del) ";
    private static final String OF_THE = "(?: ?(?:l['’]|la|le|the|die|der|el|dall['’]|dell['’]))?"
            + "(?: ?(?:agence|agency|agentur|agenzia|agencia))?(?: ?\\p{L}+){0,2}? ?";
    private static final String TOLD =
            "(?:publi|revel|devoil|diffus|racont|rapport|report|sort|montr|cit|ecri|scritt|notizia|informa|wrote|ran |put out"
                    + "|broke|bericht|veroffentlich|schrieb|geschrieben|enthull|meld|conocer|conto|difund|pubblic)\\p{L}*";

    private static final List<Pattern> TOLD_ON = List.of(
            Pattern.compile(
                    AGENCY + "(?:,? (?:qui|laquelle|che|que|which|die|der|das))?(?: [\\p{L}'’]+){0,3}? [\\p{L}'’]*"
                            + TOLD + "(?: [\\p{L}'’]+){0,3}? " + ON + DAY),
            Pattern.compile(AGENCY + " " + ON + DAY + " (?:\\p{L}+ ){0,2}?" + TOLD),
            Pattern.compile("^" + ON + DAY + ",?(?: hat| ha| a)?" + OF_THE + AGENCY),
            Pattern.compile(
                    TOLD + "(?: [\\p{L}'’]+){0,3}? " + ON + DAY + " (?:par|por|da|by|von|durch)" + OF_THE + AGENCY),
            Pattern.compile(AGENCY + "(?: ?\\(|, )(?:\\p{L}+ " + ON + ")?" + DAY),
            Pattern.compile("(?:depeche|dispatch|meldung|bericht|despacho|dispaccio|lancio) (?:du|of|vom|del) " + DAY));

    private ToldOn() {}

    /**
     * @param agencies whose report is meant
     * @param published against which a date without a year is read
     */
    static Optional<FoundDate> in(String sentence, List<String> agencies, LocalDate published) {
        if (sentence.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        StringBuilder told = new StringBuilder();
        int copied = 0;
        for (Agencies.Named named : Agencies.in(sentence)) {
            if (agencies.contains(named.agency())) {
                told.append(sentence, copied, named.start()).append(AGENCY);
                copied = named.end();
            }
        }
        if (copied == 0) {
            return Optional.empty();
        }
        String folded = folded(told.append(sentence.substring(copied)).toString());
        for (Pattern pattern : TOLD_ON) {
            Matcher matcher = pattern.matcher(folded);
            while (matcher.find()) {
                Optional<FoundDate> date = TextDates.withoutYear(matcher.group("day"), published);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
