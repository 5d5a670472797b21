package org.retold.normalize.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time zone that people write after a time: only names that mean one thing wherever news is written. */
final class ClockZone {

    /** After any time. */
    private static final Map<String, ZoneId> ALWAYS = Map.ofEntries(
            Map.entry("utc", ZoneOffset.UTC),
            Map.entry("gmt", ZoneOffset.UTC),
            Map.entry("cet", ZoneOffset.ofHours(1)),
            Map.entry("mez", ZoneOffset.ofHours(1)),
            Map.entry("cest", ZoneOffset.ofHours(2)),
            Map.entry("mesz", ZoneOffset.ofHours(2)),
            Map.entry("msk", ZoneOffset.ofHours(3)),
            Map.entry("edt", ZoneOffset.ofHours(-4)),
            Map.entry("pdt", ZoneOffset.ofHours(-7)));

    /** After a.m. and p.m. alone: elsewhere "est" and "et" are French words. */
    private static final Map<String, ZoneId> AFTER_HALF = Map.of(
            "est", ZoneOffset.ofHours(-5),
            "pst", ZoneOffset.ofHours(-8),
            "et", ZoneId.of("America/New_York"),
            "pt", ZoneId.of("America/Los_Angeles"));

    /** What may stand after a time, in lower case. */
    static final String PATTERN = "(?: ?\\(?(?<zone>(?:utc|gmt) ?[+-]\\d{1,2}(?::?\\d{2})?|"
            + String.join("|", ALWAYS.keySet()) + "|"
            + String.join("|", AFTER_HALF.keySet()) + "|(?<=\\d)z|(?<=\\d)[+-]\\d{2}:\\d{2})(?![\\p{L}\\d]))?";

    private ClockZone() {}

    /**
     * The offset at a time of day; none where the zone does not say one.
     *
     * @param half whether the time was given with a.m. or p.m.
     */
    static @Nullable ZoneOffset offset(@Nullable String zone, LocalDateTime at, boolean half) {
        if (zone == null) {
            return null;
        }
        if (zone.equals("z")) {
            return ZoneOffset.UTC;
        }
        ZoneId known = half && AFTER_HALF.containsKey(zone) ? AFTER_HALF.get(zone) : ALWAYS.get(zone);
        try {
            if (known != null) {
                return known.getRules().getOffset(at);
            }
            String offset = zone.replaceAll("[a-z: ]", "");
            return offset.isEmpty()
                    ? null
                    : ZoneOffset.of(offset.length() == 4 ? offset.charAt(0) + "0" + offset.substring(1) : offset);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
