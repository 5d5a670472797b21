package org.retold.normalize.credit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which agency a report is attributed to. Every mention speaks for its agency; a dateline, a signature or a source line
 * decides. A mention that looks back at an earlier report ("after Reuters had revealed") speaks for nobody, and where
 * several agencies are named about as often the text is a digest and credits none.
 */
final class AgencyCredits {

    private static final int DECISIVE = 6;
    private static final int IN_TITLE = 2;
    private static final int SIGNATURE = 90;

    private static final Pattern DATELINE = Pattern.compile("^.{0,90}?\\((?:" + Agencies.ANY + ")\\)(?: ?[-–—]|\\s|$)");
    private static final Pattern SOURCE = Pattern.compile(
            "(?iu)^[(\\[]?(?:(?:source|sources|quelle|fuente|fonte|avec|with|mit|con|copyright)\\b|©) ?:?.{0,30}");
    private static final Pattern LOOKS_BACK = Pattern.compile(
            "(?iu)\\b(?:avai(?:t|ent)|had|hatten?|habían?|aveva(?:no)?)\\b(?: \\p{L}+){0,3} (?:révélé|dévoilé|publié|raconté|rapporté|affirmé"
                    + "|revealed|reported|published|disclosed|berichtet|enthüllt|revelado|publicado|rivelato|pubblicato)"
                    + "|\\b(?:(?<!d['’])après|depuis|suite à|au lendemain d(?:e|u|es)?|vingt-quatre heures après|à la suite d(?:e|u|es)?|following|after|in the wake of|nach|tras|dopo)\\b[^,.]{0,40}"
                    + "(?:publication|révélations?|enquêtes?|informations?|articles?|report|revelations?|disclosure|bericht|enthüllung|revelaciones|investigación|rivelazioni|inchiesta)\\b[^,.]{0,25}$"
                    + "|\\b(?:publiées?|révélées?|parues?|published|reported) (?:la veille|hier|la semaine dernière|yesterday|last week|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\\b"
                    + "|\\b(?:on sait|we know)[^,.]{0,10}, (?:grâce à|thanks to)"
                    + "|\\b(?:racontait|dévoilait|révélait|affirmait)\\b");

    private AgencyCredits() {}

    /** @return the credited agencies, at most one unless several sign together */
    static List<String> of(String title, List<Line> paragraphs, List<String> margins) {
        Map<String, Integer> weights = new HashMap<>();
        Set<String> signed = new HashSet<>();
        for (Agencies.Named named : Agencies.in(title)) {
            weights.merge(named.agency(), IN_TITLE, Integer::sum);
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            String paragraph = paragraphs.get(i).text();
            if (!Agencies.anyIn(paragraph)) {
                continue;
            }
            boolean edge = i < 4 || i >= paragraphs.size() - 2;
            signatures(paragraph, edge).forEach(agency -> sign(agency, weights, signed));
            for (String sentence : paragraphs.get(i).sentences()) {
                weigh(sentence, i == 0 ? 2 : 1, weights);
            }
        }
        for (String margin : margins) {
            if (margin.length() <= SIGNATURE) {
                signatures(margin, true).forEach(agency -> sign(agency, weights, signed));
            }
        }
        return decide(weights, signed);
    }

    private static void sign(String agency, Map<String, Integer> weights, Set<String> signed) {
        weights.merge(agency, DECISIVE, Integer::sum);
        signed.add(agency);
    }

    /** Agencies that sign a paragraph: in its dateline, as its source line, or alone at its end. */
    private static List<String> signatures(String paragraph, boolean edge) {
        if (!edge) {
            return List.of();
        }
        List<Agencies.Named> named = Agencies.in(paragraph);
        if (named.isEmpty()) {
            return List.of();
        }
        if (DATELINE.matcher(paragraph).find() || isSignature(paragraph, named.get(0))) {
            return List.of(named.get(0).agency());
        }
        Agencies.Named last = named.get(named.size() - 1);
        boolean closing = paragraph.endsWith(")")
                && paragraph.length() - last.end() <= 1
                && paragraph.lastIndexOf('(') >= last.start() - 8;
        return closing ? List.of(last.agency()) : List.of();
    }

    private static boolean isSignature(String paragraph, Agencies.Named first) {
        if (paragraph.length() > SIGNATURE) {
            return false;
        }
        boolean alone = paragraph.length() - (first.end() - first.start()) <= 4;
        return alone
                || SOURCE.matcher(paragraph.substring(0, first.start())).matches()
                || paragraph.matches("(?iu).{0,40}\\b(?:avec|with|mit|con) (?:l['’])?" + Agencies.ANY + "\\W{0,3}");
    }

    private static void weigh(String sentence, int weight, Map<String, Integer> weights) {
        Set<String> counted = new HashSet<>();
        for (Agencies.Named named : Agencies.in(sentence)) {
            if (counted.add(named.agency()) && !looksBack(sentence, named)) {
                weights.merge(named.agency(), weight, Integer::sum);
            }
        }
    }

    private static boolean looksBack(String sentence, Agencies.Named named) {
        String before = sentence.substring(Math.max(0, named.start() - 90), named.start());
        String after = sentence.substring(named.end(), Math.min(sentence.length(), named.end() + 60));
        return LOOKS_BACK.matcher(before).find() || LOOKS_BACK.matcher(after).find();
    }

    private static List<String> decide(Map<String, Integer> weights, Set<String> signed) {
        List<String> ranked = new ArrayList<>(weights.keySet());
        ranked.sort((a, b) -> {
            int byWeight = weights.getOrDefault(b, 0) - weights.getOrDefault(a, 0);
            return byWeight != 0 ? byWeight : a.compareTo(b);
        });
        if (ranked.isEmpty()) {
            return List.of();
        }
        String first = ranked.get(0);
        if (signed.contains(first)) {
            return ranked.stream().filter(signed::contains).toList();
        }
        int second = ranked.size() < 2 ? 0 : weights.getOrDefault(ranked.get(1), 0);
        int weight = weights.getOrDefault(first, 0);
        return second == 0 || weight > 2 * second ? List.of(first) : List.of();
    }
}
