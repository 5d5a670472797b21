package org.retold.normalize.credit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many sources a report says it has: "trois sources russes", "five people familiar with the matter". */
final class SourceCount {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("deux", 2),
            Map.entry("two", 2),
            Map.entry("zwei", 2),
            Map.entry("dos", 2),
            Map.entry("due", 2),
            Map.entry("trois", 3),
            Map.entry("three", 3),
            Map.entry("drei", 3),
            Map.entry("tres", 3),
            Map.entry("tre", 3),
            Map.entry("quatre", 4),
            Map.entry("four", 4),
            Map.entry("vier", 4),
            Map.entry("cuatro", 4),
            Map.entry("quattro", 4),
            Map.entry("cinq", 5),
            Map.entry("five", 5),
            Map.entry("fünf", 5),
            Map.entry("cinco", 5),
            Map.entry("cinque", 5),
            Map.entry("six", 6),
            Map.entry("sechs", 6),
            Map.entry("seis", 6),
            Map.entry("sei", 6),
            Map.entry("sept", 7),
            Map.entry("seven", 7),
            Map.entry("sieben", 7),
            Map.entry("siete", 7),
            Map.entry("sette", 7),
            Map.entry("huit", 8),
            Map.entry("eight", 8),
            Map.entry("acht", 8),
            Map.entry("ocho", 8),
            Map.entry("otto", 8),
            Map.entry("neuf", 9),
            Map.entry("nine", 9),
            Map.entry("dix", 10),
            Map.entry("ten", 10));
    private static final Pattern COUNTED = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])(?<count>" + String.join("|", WORDS.keySet())
                    + "|\\d{1,2}) (?:\\p{L}+ ){0,2}?(?:(?:sources?|Quellen|fuentes|fonti)(?!\\p{L})"
                    + "|(?:personnes|interlocuteurs|responsables|membres|diplomates|people|persons|officials|Personen|personas|persone)(?: \\p{L}+){0,3} "
                    + "(?:familiar|familières|proches?|au fait|au courant|interrogée?s|briefed|with (?:direct )?knowledge|vertraute|vertrauten|du kremlin|ayant|cercanas|informate))");

    /** Every report with a number of sources has one of these; looking for them is much cheaper than for the rest. */
    private static final List<String> STEMS = List.of(
            "source",
            "quellen",
            "fuentes",
            "fonti",
            "person",
            "interlocut",
            "responsab",
            "membres",
            "diplomat",
            "people",
            "officials");

    private SourceCount() {}

    static Optional<Integer> in(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            String lower = paragraph.toLowerCase(Locale.ROOT);
            if (STEMS.stream().noneMatch(lower::contains)) {
                continue;
            }
            Matcher matcher = COUNTED.matcher(paragraph);
            if (matcher.find()) {
                String count = matcher.group("count").toLowerCase(Locale.ROOT);
                int number =
                        Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : WORDS.getOrDefault(count, 0);
                if (number > 1) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }
}
