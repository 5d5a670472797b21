package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes articles that nobody wrote, from the words of given ones: each word follows one that it follows there; the
 * words of names are mixed and the digits of numbers changed, anew for each article, in which they come back. They tell
 * nothing, but fill an index as articles do. The same number gives the same article.
 */
final class OtherArticles {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}.*\\p{Ll}.*");
    private static final String A_NAME = "\u0001";
    private static final String A_NUMBER = "\u0002";
    private static final String END = "\u0003";

    private static final int SHORTEST = 150;
    private static final int LONGEST = 600;
    private static final int LONGEST_SENTENCE = 45;
    private static final int LONGEST_TITLE = 14;
    private static final int NAMES = 9;
    private static final int NUMBERS = 12;
    private static final int SENTENCES_IN_PARAGRAPH = 3;

    private final List<Tongue> tongues;

    /** Languages are as frequent as among the given articles. */
    private final int[] tongueOf;

    OtherArticles(List<Told> articles) {
        Map<String, List<Told>> byLanguage = new HashMap<>();
        articles.forEach(told -> byLanguage
                .computeIfAbsent(told.language(), language -> new ArrayList<>())
                .add(told));
        List<String> languages = byLanguage.keySet().stream().sorted().toList();
        tongues = languages.stream()
                .map(language -> new Tongue(language, byLanguage.getOrDefault(language, List.of())))
                .toList();
        tongueOf = articles.stream()
                .mapToInt(told -> languages.indexOf(told.language()))
                .toArray();
    }

    Told article(int number) {
        Random random = new Random(number * 0x9e3779b97f4a7c15L);
        return tongues.get(tongueOf[random.nextInt(tongueOf.length)]).article(number, random);
    }

    /** What follows what in one language. */
    private static final class Tongue {

        private final String language;
        private final List<String> first = new ArrayList<>();
        private final Map<String, List<String>> next = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();

        Tongue(String language, List<Told> articles) {
            this.language = language;
            for (Told told : articles) {
                Stream.concat(Stream.of(told.title()), told.paragraphs().stream())
                        .flatMap(SENTENCE::splitAsStream)
                        .forEach(this::learn);
            }
            first.sort(null);
        }

        private void learn(String sentence) {
            String[] words = SPACE.splitAsStream(sentence)
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            String before = "";
            for (int i = 0; i < words.length; i++) {
                String word = words[i];
                if (DIGIT.matcher(word).matches()) {
                    numbers.add(word);
                    word = A_NUMBER;
                } else if (i > 0 && NAME.matcher(word).matches()) {
                    int from = i;
                    while (i + 1 < words.length && NAME.matcher(words[i + 1]).matches()) {
                        i++;
                    }
                    names.addAll(List.of(words).subList(from, i + 1));
                    lengths.add(i + 1 - from);
                    word = A_NAME;
                }
                follow(before, word);
                before = word;
            }
            if (words.length > 0) {
                follow(before, END);
            }
        }

        private void follow(String before, String word) {
            (before.isEmpty() ? first : next.computeIfAbsent(before, key -> new ArrayList<>())).add(word);
        }

        Told article(int number, Random random) {
            List<String> cast = cast(random);
            List<String> counts = counts(random);
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            String title = sentence(cast, counts, LONGEST_TITLE, random);
            List<String> paragraphs = new ArrayList<>();
            for (int words = 0; words < length; ) {
                List<String> sentences = new ArrayList<>();
                for (int i = 0; i < SENTENCES_IN_PARAGRAPH && words < length; i++) {
                    String sentence = sentence(cast, counts, LONGEST_SENTENCE, random);
                    words += (int) SPACE.splitAsStream(sentence).count();
                    sentences.add(sentence);
                }
                paragraphs.add(String.join(" ", sentences));
            }
            String id = "other/" + number;
            return new Told(id, language, "", title, paragraphs, id, "others", "");
        }

        /** Names as long as those that were given, each of words of several of them. */
        private List<String> cast(Random random) {
            List<String> cast = new ArrayList<>();
            for (int i = 0; i < NAMES && !names.isEmpty(); i++) {
                List<String> words = new ArrayList<>();
                for (int length = lengths.get(random.nextInt(lengths.size())); length > 0; length--) {
                    words.add(names.get(random.nextInt(names.size())));
                }
                cast.add(String.join(" ", words));
            }
            return cast;
        }

        /** Numbers of the form of those that were given, of other digits; years stay. */
        private List<String> counts(Random random) {
            List<String> counts = new ArrayList<>();
            for (int i = 0; i < NUMBERS && !numbers.isEmpty(); i++) {
                String number = numbers.get(random.nextInt(numbers.size()));
                counts.add(
                        YEAR.matcher(number).find()
                                ? number
                                : DIGITS.matcher(number)
                                        .replaceAll(
                                                digits -> digits(digits.group().length(), random)));
            }
            return counts;
        }

        private static String digits(int count, Random random) {
            StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
            for (int i = 1; i < count; i++) {
                digits.append(random.nextInt(10));
            }
            return digits.toString();
        }

        /** The first of the cast come more often than the last. */
        private String sentence(List<String> cast, List<String> counts, int longest, Random random) {
            List<String> words = new ArrayList<>();
            String word = first.get(random.nextInt(first.size()));
            while (!word.equals(END) && words.size() < longest) {
                words.add(
                        switch (word) {
                            case A_NAME -> one(cast, random);
                            case A_NUMBER -> one(counts, random);
                            default -> word;
                        });
                List<String> following = next.getOrDefault(word, List.of(END));
                word = following.get(random.nextInt(following.size()));
            }
            return String.join(" ", words);
        }

        private static String one(List<String> some, Random random) {
            return some.isEmpty() ? "" : some.get(Math.min(random.nextInt(some.size()), random.nextInt(some.size())));
        }
    }
}
