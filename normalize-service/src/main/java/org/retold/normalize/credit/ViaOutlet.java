package org.retold.normalize.credit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The outlet through which a report came, where an article names one besides the agency. */
final class ViaOutlet {

    private static final String OUTLET =
            "(?<outlet>(?:(?:[Ll]es? |[Ll]a |[Ll]['’]|the |The |der |die |das |il |el )?\\p{Lu}[\\p{L}\\p{N}'’.-]*)(?: (?:(?:&|et|de|del|dello|della|der|di|du|des|d['’]|of|the|la|le|and|und|y) ?){0,2}\\p{Lu}[\\p{L}\\p{N}'’.-]*){0,4}|[a-z0-9-]+\\.[a-z]{2,6})";
    private static final List<Pattern> TOLD = List.of(
            Pattern.compile("(?:cité|citée|repris|reprise|relayé|relayée|traduit|traduite) par " + OUTLET),
            Pattern.compile("(?:quoted|cited|relayed|carried) by " + OUTLET),
            Pattern.compile("[Nn]os confrères (?:de |du |d['’])" + OUTLET),
            Pattern.compile("(?:^|[(])[Vv]ia " + OUTLET),
            Pattern.compile("^[Vv]u (?:passer )?(?:chez|sur|dans) " + OUTLET),
            Pattern.compile("^" + OUTLET + ", qui (?:reprend|cite|traduit|relaie)\\b"),
            Pattern.compile("(?:zitiert nach|laut einem Bericht von) " + OUTLET),
            Pattern.compile(OUTLET
                    + "[«»”“\"]?,? (?:unter (?:Berufung|Verweis) auf|citing|quoting|citando) [^.;]{0,60}?(?:"
                    + Agencies.ANY
                    + ")"),
            Pattern.compile(
                    OUTLET
                            + "[«»”“\"]?, (?:qui|laquelle|lequel|lesquels|der|die|das|que|which|che|crediting|leaning on)\\b"
                            + "(?=[^.;]{0,80}\\b(?:cite|citent|reprend|reprennent|relaie|traduit|tenait|s['’]appuie"
                            + "|beruft|wiedergibt|zitiert|bezieht|stützt|resume|recoge|cita|reproduce|riprende|cites|credits|dispatch|report)\\b)"));
    private static final Pattern ADDRESS =
            Pattern.compile("^(?:Source ?: ?)?https?://(?:www\\.)?(?<host>[a-z0-9.-]+)(?:[/?#]\\S*)?…?$");
    private static final Pattern SIGNATURE =
            Pattern.compile("^[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{2,24}(?: [\\p{Lu}\\p{N}][\\p{L}\\p{N}.-]{1,24}){0,2}$");
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}_]+)");

    private ViaOutlet() {}

    static Optional<String> of(
            List<String> agencies, List<Line> paragraphs, List<String> margins, String publisherHost) {
        return address(paragraphs, margins, publisherHost)
                .or(() -> told(agencies, paragraphs))
                .or(() -> signature(agencies, paragraphs))
                .or(() -> hashtag(agencies, margins));
    }

    /** A line that is nothing but a link to where the text was found. */
    private static Optional<String> address(List<Line> paragraphs, List<String> margins, String publisherHost) {
        return Stream.concat(margins.stream(), paragraphs.stream().map(Line::text))
                .map(line -> ADDRESS.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group("host").toLowerCase(Locale.ROOT))
                .filter(host -> host.contains(".") && !publisherHost.endsWith(host) && !host.endsWith(publisherHost))
                .findFirst();
    }

    private static Optional<String> told(List<String> agencies, List<Line> paragraphs) {
        if (agencies.isEmpty()) {
            return Optional.empty();
        }
        for (Line paragraph : paragraphs) {
            for (String sentence : paragraph.sentences()) {
                if (Agencies.in(sentence).stream().noneMatch(named -> agencies.contains(named.agency()))) {
                    continue;
                }
                for (Pattern pattern : TOLD) {
                    Matcher matcher = pattern.matcher(sentence);
                    if (matcher.find() && !Agencies.anyIn(matcher.group("outlet"))) {
                        return Optional.of(matcher.group("outlet")
                                .replaceFirst("\\.$", "")
                                .replaceFirst("^(?:l['’]|la |le |der |die |das |the |il |el )", ""));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A last line that is nothing but a name. */
    private static Optional<String> signature(List<String> agencies, List<Line> paragraphs) {
        if (agencies.isEmpty() || paragraphs.size() < 3) {
            return Optional.empty();
        }
        if (ReporterNames.isWire(paragraphs)) {
            return Optional.empty();
        }
        String last = paragraphs.getLast().text();
        return SIGNATURE.matcher(last).matches() && Agencies.in(last).isEmpty() ? Optional.of(last) : Optional.empty();
    }

    /** An agency among the tags that is not the credited one passed the report on. */
    private static Optional<String> hashtag(List<String> agencies, List<String> margins) {
        if (agencies.isEmpty()) {
            return Optional.empty();
        }
        return margins.stream()
                .flatMap(line -> HASHTAG.matcher(line).results())
                .flatMap(tag -> Agencies.usualName(tag.group(1)).stream())
                .filter(agency -> !agencies.contains(agency))
                .findFirst();
    }
}
