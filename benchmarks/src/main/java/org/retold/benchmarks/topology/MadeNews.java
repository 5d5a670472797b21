package org.retold.benchmarks.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Publisher;

/**
 * An endless stream of made articles of about 450 words, in French and English; article n is the same each time. Words
 * are drawn as news has them. Articles of a topic, some twenty that come within a few thousand, share names and rare
 * words. Every fifth article retells one of the 20,000 before it: sentences cut, moved and reworded.
 */
public final class MadeNews {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN_TWO = Duration.ofMillis(2_500);

    private static final int ONE_RETELLS_OF = 5;
    private static final int RETOLD_WITHIN = 20_000;
    private static final int ARTICLES_A_TOPIC = 20;
    private static final int LIVE_TOPICS = 100;
    private static final int SENTENCES = 24;

    private static final String[] SYLLABLES =
            "bre dal ker mon tor vel san rui gha lin pas qua ost ner zim ald ori fen cha lud mar tis vok ran sel hov"
                    .split(" ");

    private final long seed;
    private final WordDraw french = WordDraw.of("fr");
    private final WordDraw english = WordDraw.of("en");

    public MadeNews(long seed) {
        this.seed = seed;
    }

    private record Topic(List<String> names, List<String> words) {}

    private record Text(boolean inFrench, List<List<String>> sentences) {}

    /** @param number from 0 */
    public Article article(int number) {
        SplittableRandom random = random(1, number);
        Text text = text(number, random);
        Instant at = BEGINNING.plus(BETWEEN_TWO.multipliedBy(number));
        String id = Long.toHexString(random.nextLong());
        String host = "outlet-%d.example".formatted(random.nextInt(400));
        return new Article(
                id,
                "r" + id,
                Completeness.FULL,
                "https://%s/%s".formatted(host, id),
                null,
                null,
                new Publisher(host, host),
                sentence(text.sentences().getFirst()),
                paragraphs(text.sentences().subList(1, text.sentences().size()), random),
                null,
                text.inFrench() ? "fr" : "en",
                List.of(),
                List.of(),
                Credits.NONE,
                at);
    }

    private Text text(int number, SplittableRandom random) {
        if (number % ONE_RETELLS_OF != ONE_RETELLS_OF - 1) {
            return original(number);
        }
        int back = ONE_RETELLS_OF * (1 + random.nextInt(Math.max(1, Math.min(number, RETOLD_WITHIN) / ONE_RETELLS_OF)));
        int retold = Math.max(0, number - back) / ONE_RETELLS_OF * ONE_RETELLS_OF + random.nextInt(ONE_RETELLS_OF - 1);
        return reworded(original(Math.min(retold, number - 1)), random);
    }

    private Text original(int number) {
        SplittableRandom random = random(2, number);
        int newest = number / ARTICLES_A_TOPIC;
        int topicNumber = Math.max(0, newest - random.nextInt(LIVE_TOPICS));
        boolean inFrench = random.nextInt(5) < 3;
        Topic topic = topic(topicNumber, inFrench);
        List<String> names = new ArrayList<>(topic.names());
        Collections.shuffle(names, random);
        names.subList(5, names.size()).clear();
        for (int own = 0; own < 3; own++) {
            names.add(name(random));
        }
        List<List<String>> sentences = new ArrayList<>();
        for (int n = 0; n < SENTENCES; n++) {
            sentences.add(sentence(n == 0 ? 9 : 12 + random.nextInt(14), names, topic, inFrench, random));
        }
        return new Text(inFrench, sentences);
    }

    private Topic topic(int number, boolean inFrench) {
        SplittableRandom random = random(3, number);
        List<String> names = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            names.add(name(random));
        }
        List<String> words = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            words.add(draw(inFrench).rareWord(random));
        }
        return new Topic(names, words);
    }

    private List<String> sentence(
            int length, List<String> names, Topic topic, boolean inFrench, SplittableRandom random) {
        List<String> words = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            double chance = random.nextDouble();
            if (chance < 0.06) {
                words.add(names.get(random.nextInt(names.size())));
            } else if (chance < 0.08) {
                words.add(Integer.toString(random.nextInt(2) == 0 ? random.nextInt(100) : random.nextInt(20_000)));
            } else if (chance < 0.16) {
                words.add(topic.words().get(random.nextInt(topic.words().size())));
            } else {
                words.add(draw(inFrench).word(random));
            }
        }
        return words;
    }

    private Text reworded(Text text, SplittableRandom random) {
        double kept = 0.4 + random.nextDouble(0.6);
        double replaced = random.nextDouble(0.3);
        List<List<String>> sentences = new ArrayList<>();
        for (List<String> sentence : text.sentences()) {
            if (sentences.isEmpty() || random.nextDouble() < kept) {
                List<String> words = new ArrayList<>(sentence);
                words.replaceAll(word -> Character.isLowerCase(word.charAt(0)) && random.nextDouble() < replaced
                        ? draw(text.inFrench()).word(random)
                        : word);
                sentences.add(
                        sentences.size() > 1 && random.nextInt(5) == 0 ? sentences.size() - 1 : sentences.size(),
                        words);
            }
        }
        return new Text(text.inFrench(), sentences);
    }

    private WordDraw draw(boolean inFrench) {
        return inFrench ? french : english;
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        for (int n = 2 + random.nextInt(2); n > 0; n--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return capitalised(name.toString());
    }

    private static List<String> paragraphs(List<List<String>> sentences, SplittableRandom random) {
        List<String> paragraphs = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int to = Math.min(sentences.size(), from + 2 + random.nextInt(3));
            paragraphs.add(String.join(
                    " ",
                    sentences.subList(from, to).stream()
                            .map(sentence -> sentence(sentence) + ".")
                            .toList()));
            from = to;
        }
        return paragraphs;
    }

    private static String sentence(List<String> words) {
        return capitalised(String.join(" ", words));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private SplittableRandom random(int purpose, int number) {
        return new SplittableRandom((seed * 31 + purpose) * 0x9e3779b97f4a7c15L + number * 0xbf58476d1ce4e5b9L);
    }
}
