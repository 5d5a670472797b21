package org.retold.normalize.credit;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.normalize.date.DayOrder;
import org.retold.normalize.date.FoundDate;
import org.retold.normalize.date.TextDates;

/** The date of the agency's report, where the text states it: in a dateline, a source line, or as a weekday. */
final class ReportDate {

    private static final Pattern DATELINE = Pattern.compile("^(?<line>.{0,90}?)\\((?:" + Agencies.ANY + ")\\)");
    private static final Pattern DATELINE_AFTER =
            Pattern.compile("^\\((?:" + Agencies.ANY + ")\\) ?[-–—]+ ?(?<line>\\p{Lu}[^-–—]{2,60}) [-–—]");
    private static final Pattern SOURCE_LINE = Pattern.compile(
            "^[(]?(?:[Ss]ource|[Qq]uelle|[Ff]uente|[Ff]onte)? ?:? ?(?:" + Agencies.ANY + ")\\b.{0,120}$");
    private static final String WEEKDAYS =
            "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
                    + "|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica";
    private static final Pattern REPORTED = Pattern.compile(
            "(?:publie|paru|revele|devoile|rapporte|raconte|affirme|diffuse|met au jour|jette une lumiere|report|reveal|publish|laid out|said|berichte|veroffentlich|publica|revela|rivela|pubblica|adelanta|appri|ran the|carried|scritt|zitiert|informo)\\p{L}*");

    /** In characters: a weekday further away tells when something else happened. */
    private static final int NEAR = 45;

    private static final Pattern WEEKDAY = Pattern.compile("(?<!\\p{L})(?:" + WEEKDAYS + ")(?!\\p{L}| \\d)");
    private static final Map<String, DayOfWeek> DAYS = days();

    private ReportDate() {}

    /**
     * @param published day of the article, against which weekdays and dates without a year are read
     * @param order of day and month, where both are numbers
     */
    static Optional<String> of(
            List<String> agencies,
            List<Line> paragraphs,
            List<String> margins,
            @Nullable LocalDate published,
            DayOrder order) {
        if (agencies.isEmpty()) {
            return Optional.empty();
        }
        return dateline(paragraphs, published, order)
                .or(() -> sourceLine(paragraphs, margins, order))
                .or(() -> toldOn(agencies, paragraphs, published))
                .or(() -> weekday(agencies, paragraphs, published));
    }

    private static Optional<String> dateline(List<Line> paragraphs, @Nullable LocalDate published, DayOrder order) {
        for (Line opening : paragraphs.subList(0, Math.min(4, paragraphs.size()))) {
            String paragraph = opening.text();
            Matcher matcher = DATELINE.matcher(paragraph);
            if (Agencies.anyIn(paragraph.substring(0, Math.min(130, paragraph.length()))) && matcher.find()) {
                Matcher after = DATELINE_AFTER.matcher(paragraph);
                String line = after.find() ? after.group("line") : matcher.group("line");
                return TextDates.first(line, order)
                        .or(() -> published == null ? Optional.empty() : TextDates.withoutYear(line, published))
                        .map(FoundDate::iso);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> toldOn(
            List<String> agencies, List<Line> paragraphs, @Nullable LocalDate published) {
        return published == null
                ? Optional.empty()
                : Line.sentences(paragraphs)
                        .flatMap(sentence -> ToldOn.in(sentence, agencies, published).stream())
                        .map(FoundDate::iso)
                        .findFirst();
    }

    private static Optional<String> sourceLine(List<Line> paragraphs, List<String> margins, DayOrder order) {
        return Stream.concat(margins.stream(), Line.sentences(paragraphs))
                .filter(line -> line.length() < 160
                        && Agencies.anyIn(line)
                        && SOURCE_LINE.matcher(line).find())
                .flatMap(line -> TextDates.first(line, order).stream())
                .map(FoundDate::iso)
                .findFirst();
    }

    private static Optional<String> weekday(
            List<String> agencies, List<Line> paragraphs, @Nullable LocalDate published) {
        if (published == null) {
            return Optional.empty();
        }
        for (Line paragraph : paragraphs.subList(0, Math.min(6, paragraphs.size()))) {
            for (String sentence : paragraph.sentences()) {
                List<Integer> marks = Agencies.in(sentence).stream()
                        .filter(named -> agencies.contains(named.agency()))
                        .map(Agencies.Named::start)
                        .collect(Collectors.toCollection(ArrayList::new));
                if (!marks.isEmpty()) {
                    String folded = folded(sentence);
                    Matcher day = WEEKDAY.matcher(folded);
                    List<Integer> tellings = REPORTED.matcher(folded)
                            .results()
                            .map(MatchResult::start)
                            .toList();
                    marks.addAll(tellings);
                    if (!tellings.isEmpty()
                            && day.find()
                            && marks.stream().anyMatch(mark -> Math.abs(mark - day.start()) <= NEAR)) {
                        DayOfWeek weekday = DAYS.getOrDefault(day.group(), published.getDayOfWeek());
                        return Optional.of(published
                                .with(TemporalAdjusters.previousOrSame(weekday))
                                .toString());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, DayOfWeek> days() {
        String[] names = WEEKDAYS.split("\\|", -1);
        Map<String, DayOfWeek> days = new java.util.HashMap<>();
        for (int i = 0; i < names.length; i++) {
            days.put(names[i], DayOfWeek.of(i % 7 + 1));
        }
        return Map.copyOf(days);
    }
}
