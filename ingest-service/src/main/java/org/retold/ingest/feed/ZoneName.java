package org.retold.ingest.feed;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the zone of a date: an offset, or one of the names that feeds use and that mean one offset only. */
final class ZoneName {

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC?)?([+-])(\\d{1,2}):?(\\d{2})?");

    /** Names that mean different offsets in different countries (IST, CST of China, BST of Bangladesh) follow RFC 822. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("ETC/GMT", 0),
            Map.entry("ETC/UTC", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("MET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AT", -4),
            Map.entry("AST", -4),
            Map.entry("ADT", -3),
            Map.entry("ET", -5),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CT", -6),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MT", -7),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PT", -8),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10));

    private ZoneName() {}

    static Optional<ZoneOffset> read(String text) {
        String zone = text.toUpperCase(Locale.ROOT);
        Integer hours = HOURS.get(zone);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        Matcher offset = OFFSET.matcher(zone);
        if (!offset.matches()) {
            return Optional.empty();
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        try {
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
