package org.retold.normalize.credit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The agency's reporters, where a text names them as such. */
final class ReporterNames {

    private static final String NAME =
            "(?!(?:By|Par|Von|Por|Di|With|Avec|Source) )\\p{Lu}[\\p{L}'’.-]+(?: (?:de |van |von |der |da |del |di |bin |al-|el-|le |la |du )?\\p{Lu}[\\p{L}'’-]+){1,3}";
    private static final String PLACE = "(?: (?:in|à|a|au|aux|en|from|aus|desde|da) \\p{Lu}[\\p{L}'’ -]{1,30}?"
            + "| \\((?:in|à|a|au|aux|en|aus|da) \\p{Lu}[^()]{1,30}\\))?";
    private static final String AND = "(?:,? (?:et|and|und|y|e|&|avec|with) (?:de |d['’])?|, |; )";
    private static final String LIST = "(?<names>" + NAME + PLACE + "(?:" + AND + NAME + PLACE + ")*?)";
    private static final String WHOLE_LIST = "(?<names>" + NAME + "(?:" + AND + NAME + ")*)";
    private static final String PAIR = "(?<names>" + NAME + " (?:et|and|und|y|e) " + NAME + ")";
    private static final String DATE =
            "(?:,? (?:le |on |am |el )?\\d{1,2}(?:er|\\.)? (?:de )?\\p{L}+\\.? (?:de )?\\d{4}|,? \\p{Lu}\\p{L}+\\.? \\d{1,2},? \\d{4})";

    /** In a sentence that names an agency. */
    private static final List<Pattern> OF_AN_AGENCY = List.of(
            Pattern.compile("(?:^|[:.(] ?)(?:" + Agencies.ANY + ")[,:]? " + LIST + "(?=" + DATE + "|\\)|\\.?$)"),
            Pattern.compile(LIST
                    + ",? (?:de |d['’]|of |von |von der |di |del? |with |pour )(?:l['’]|la |the )?(?:agence |agency )?(?:"
                    + Agencies.ANY + ")"),
            Pattern.compile(LIST
                    + ", (?:chef|cheffe|correspondante?s?|journalistes?|reporters?|bureau chief|Korrespondent(?:in)?)\\b[^.,]{0,40}?(?:"
                    + Agencies.ANY + ")"),
            Pattern.compile(LIST + ", (?:" + Agencies.ANY + ")(?=,|\\.?$)"),
            Pattern.compile(
                    "(?:" + Agencies.ANY + ") (?:journalists?|reporters?|correspondents?|writers?) " + WHOLE_LIST),
            Pattern.compile(
                    "(?:signée?s?(?: par| de)?|sous (?:la plume|la signature|les signatures) d(?:e |['’])|firmad[oa]s? por|a firma d[ie]"
                            + "|(?:article|reportage|informe|artículo|reportaje|articolo|servizio|dispatch|report|Bericht|Meldung) (?:de |d['’]|di |by |von )) ?"
                            + WHOLE_LIST),
            Pattern.compile(
                    "(?:journalistes?|correspondante?s?|reporters?|Reporter|Korrespondenten)(?: (?:de|d['’]|of|der|von))? (?:l['’]|la |the )?(?:"
                            + Agencies.ANY + ") " + LIST + "(?=[,.) ])"));

    private static final List<Pattern> SIGNED = List.of(
            Pattern.compile(
                    "(?:Reporting|Report|Reportage|Bericht|Reportaje|Redacción)(?: by| de| d['’]| von| par| por|:)? ?"
                            + LIST + "(?=[;).]|, (?:édité|edited|avec)|,? [Ee]diting|$)"),
            Pattern.compile("(?:the agency['’]s|dell['’]agenzia|de la agencia) " + WHOLE_LIST),
            Pattern.compile("To contact the reporters? on this story: " + LIST + "(?= at |$|\\.$)"));

    private static final List<Pattern> SPOKEN_OF = List.of(
            Pattern.compile(
                    "(?:rapportent|écrivent|racontent|révèlent|relatent|soulignent les auteurs|(?:die )?Autoren|the reporters|los autores|gli autori) "
                            + PAIR),
            Pattern.compile("^(?:Selon|D['’]après|According to|Laut|Según|Secondo) " + PAIR
                    + "(?=, (?:l[ae']|les|un|the|die|der|das|el|il)\\b)"),
            Pattern.compile(
                    "^" + PAIR
                            + " (?:ont|have|haben|han|hanno)(?: \\p{L}+){0,3} (?:pris connaissance|consulté|pu lire|pu consulter|obtenu|interrogé|reviewed|obtained|interviewed|eingesehen)"));

    private static final Pattern BYLINE = Pattern.compile(
            "^\\(?(?:By|Par|Von|Por|[Dd]i) " + LIST + "(?=$|,| \\(| \\||\\.|\\))", Pattern.UNICODE_CASE);
    private static final Pattern TWO_NAMES = Pattern.compile("^" + PAIR + "$");
    private static final Pattern ONLY_NAMES = Pattern.compile("^" + WHOLE_LIST + "$");
    private static final Pattern ONE = Pattern.compile(NAME);
    private static final Pattern SURNAME = Pattern.compile("(\\p{Lu})(\\p{Lu}+)");
    private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{3,}\\b");

    private ReporterNames() {}

    /**
     * @param agencies that the text credits; without one there are no reporters of an agency
     * @param authors as the publisher names them, taken for the reporters of a text that an agency signed
     */
    static List<String> of(List<String> agencies, List<Line> paragraphs, List<Line> margins, List<String> authors) {
        if (agencies.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        List<String> sentences = Stream.concat(Line.sentences(margins), Line.sentences(paragraphs))
                .toList();
        find(SIGNED, sentences, names);
        find(OF_AN_AGENCY, sentences.stream().filter(Agencies::anyIn).toList(), names);
        if (names.isEmpty()) {
            find(SPOKEN_OF, Line.sentences(paragraphs).toList(), names);
        }
        if (names.isEmpty() && isWire(paragraphs)) {
            find(List.of(BYLINE, TWO_NAMES), sentences, names);
            if (names.isEmpty()) {
                find(List.of(ONLY_NAMES), paragraphs.getLast().sentences(), names);
            }
            if (names.isEmpty()) {
                authors.stream()
                        .filter(author -> ONE.matcher(author).matches() && !Agencies.anyIn(author))
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    private static void find(List<Pattern> patterns, List<String> sentences, Set<String> names) {
        for (String sentence : sentences) {
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(sentence);
                if (matcher.find()) {
                    split(matcher.group("names"), names);
                }
            }
        }
    }

    /** Whether an agency is named in brackets where a report begins. */
    static boolean isWire(List<Line> paragraphs) {
        return paragraphs.stream().limit(2).map(Line::text).anyMatch(paragraph -> {
            List<Agencies.Named> named = Agencies.in(paragraph);
            return !named.isEmpty()
                    && named.get(0).start() < 90
                    && named.get(0).start() > 0
                    && paragraph.charAt(named.get(0).start() - 1) == '(';
        });
    }

    /** "Ann CARVER" is Ann Carver; where the first name is shouted too, all may be anything. */
    private static String lowered(String name) {
        int space = name.indexOf(' ');
        return SHOUTED.matcher(name.substring(0, space)).find()
                ? name
                : name.substring(0, space)
                        + SURNAME.matcher(name.substring(space))
                                .replaceAll(
                                        part -> part.group(1) + part.group(2).toLowerCase(Locale.ROOT));
    }

    private static void split(String list, Set<String> names) {
        for (String part : list.split(AND, -1)) {
            Matcher one = ONE.matcher(part.strip());
            if (one.lookingAt() && Agencies.in(one.group()).isEmpty()) {
                String name = lowered(one.group());
                if (!SHOUTED.matcher(name).find()) {
                    names.add(name.replaceFirst("['’]$", ""));
                }
            }
        }
    }
}
