package org.retold.benchmarks.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/**
 * Stories of articles in nine languages over sixty days, by number and each time the same. The articles of a story share
 * its names, which some stories share too; one in five is in another language than the story began in. Texts have a
 * hundred words in the middle, few have two thousand. Publishers and agencies are as uneven as they are out there.
 */
final class MadeStories {

    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    static final int NAMES = 50_000;

    private static final Duration ALL = Duration.ofDays(60);
    private static final int PUBLISHERS = 4_000;
    private static final int NAMES_A_STORY = 8;
    private static final double A_NAME = 0.06;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 2_000;
    private static final int USUAL = 130;
    private static final int SENTENCE = 16;

    /** The most frequent first. */
    static final List<Language> LANGUAGES = List.of(
            Language.invented("en", "the", "of", "and", "to", "in", "that", "with", "from"),
            Language.invented("fr", "le", "la", "de", "et", "dans", "pour", "que", "avec"),
            Language.invented("de", "der", "die", "und", "das", "mit", "von", "nicht"),
            Language.invented("es", "el", "los", "que", "con", "para", "por", "una"),
            Language.invented("ru", "\u0438", "\u0432", "\u043d\u0435", "\u043d\u0430", "\u0447\u0442\u043e"),
            Language.invented("uk", "\u0442\u0430", "\u0432", "\u043d\u0435", "\u043d\u0430", "\u0449\u043e"),
            Language.invented("it", "il", "che", "con", "per", "una", "della"),
            Language.invented("pt", "os", "que", "com", "para", "uma"),
            Language.invented("ar", "\u0641\u064a", "\u0645\u0646", "\u0639\u0644\u0649"));

    static final List<String> AGENCIES = List.of(
            "Reuters", "AFP", "AP", "Bloomberg", "dpa", "EFE", "Interfax", "ANSA", "Kyodo", "Lusa", "PAP", "BNS");

    private final List<String> names = names();
    private final RankDraw languageDraw = new RankDraw(LANGUAGES.size(), 0);
    private final RankDraw nameDraw = new RankDraw(NAMES, 200);
    private final RankDraw publisherDraw = new RankDraw(PUBLISHERS, 20);
    private final RankDraw agencyDraw = new RankDraw(AGENCIES.size(), 0);
    private final StorySizes sizes = new StorySizes();
    private final long stories;

    /** @param stories among which they are spread over the sixty days */
    MadeStories(int stories) {
        this.stories = stories;
    }

    private static List<String> names() {
        Set<String> names = new HashSet<>();
        SplittableRandom random = new SplittableRandom(9);
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < NAMES) {
            String name = Language.word(random, 3 + random.nextInt(2)) + "ov";
            if (names.add(name)) {
                ordered.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
            }
        }
        return ordered;
    }

    List<String> allNames() {
        return names;
    }

    /** A name as often as stories have it. */
    String name(SplittableRandom random) {
        return names.get(nameDraw.draw(random));
    }

    Language language(SplittableRandom random) {
        return LANGUAGES.get(languageDraw.draw(random));
    }

    static String storyId(int story) {
        return id("s", story, 0);
    }

    static String articleId(int story, int place) {
        return id("a", story, place);
    }

    static String publisher(int number) {
        return "Outlet " + Language.word(new SplittableRandom(number), 3) + " " + number;
    }

    String publisher(SplittableRandom random) {
        return publisher(publisherDraw.draw(random));
    }

    String agency(SplittableRandom random) {
        return AGENCIES.get(agencyDraw.draw(random));
    }

    int size(int story) {
        return sizes.size(story, random(1, story, 0));
    }

    /** Its articles from the first on. */
    List<Article> articles(int story, int size) {
        Frame frame = frame(story);
        return IntStream.range(0, size)
                .mapToObj(place -> article(frame, place, length(frame, place)))
                .toList();
    }

    /** The same articles with one word each: texts take the longest to make, and a snapshot has none. */
    List<Article> inBrief(int story, int size) {
        Frame frame = frame(story);
        return IntStream.range(0, size)
                .mapToObj(place -> article(frame, place, 1))
                .toList();
    }

    Article article(int story, int place) {
        Frame frame = frame(story);
        return article(frame, place, length(frame, place));
    }

    /** What the articles of a story have in common. */
    private record Frame(
            int story,
            Language language,
            List<String> names,
            @Nullable String agency,
            Instant first) {}

    private Frame frame(int story) {
        SplittableRandom random = random(2, story, 0);
        List<String> itsNames = new ArrayList<>();
        for (int n = 0; n < NAMES_A_STORY; n++) {
            itsNames.add(name(random));
        }
        Duration into = ALL.multipliedBy(story).dividedBy(stories);
        return new Frame(
                story,
                language(random),
                itsNames,
                random.nextInt(3) == 0 ? null : agency(random),
                BEGINNING.plus(into).plusMillis(random.nextInt(1_000)));
    }

    private Article article(Frame frame, int place, int length) {
        SplittableRandom random = random(3, frame.story(), place);
        Language language = place > 0 && random.nextInt(5) == 0 ? language(random) : frame.language();
        Instant published = place == 0 ? frame.first() : frame.first().plus(lag(place, random));
        int number = publisherDraw.draw(random);
        boolean credits = frame.agency() != null && random.nextInt(4) > 0;
        String id = articleId(frame.story(), place);
        String host = "outlet%d.example".formatted(number);
        return new Article(
                id,
                "r" + id,
                length > USUAL / 2 ? Article.Completeness.FULL : Article.Completeness.INTRODUCTION,
                "https://%s/%s".formatted(host, id),
                null,
                "https://%s/feed".formatted(host),
                new Publisher(host, publisher(number)),
                sentence(frame, language, 9, random),
                paragraphs(frame, language, length, random(6, frame.story(), place)),
                new Published(
                        published,
                        random.nextInt(10) == 0 ? Published.Precision.DAY : Published.Precision.SECOND,
                        Published.Source.FEED),
                language.code(),
                List.of(),
                List.of(),
                credits ? new Credits(List.of(frame.agency()), List.of(), null, null, null) : Credits.NONE,
                published.plusSeconds(30));
    }

    /** Retellings come in minutes first, then hours and days; the hundredth is no earlier than half a day. */
    private static Duration lag(int place, SplittableRandom random) {
        double minutes = -Math.log(1 - random.nextDouble()) * 90 + place * 8.0;
        return Duration.ofSeconds(60 + (long) (minutes * 60));
    }

    private static int length(Frame frame, int place) {
        SplittableRandom random = random(5, frame.story(), place);
        double deviations = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
        return (int) Math.clamp(USUAL * Math.exp(1.3 * deviations), SHORTEST, LONGEST);
    }

    private List<String> paragraphs(Frame frame, Language language, int words, SplittableRandom random) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int left = words; left > 0; left -= SENTENCE) {
            paragraph
                    .append(paragraph.isEmpty() ? "" : " ")
                    .append(sentence(frame, language, Math.min(left, SENTENCE), random))
                    .append('.');
            if (random.nextInt(3) == 0 || left <= SENTENCE) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        return paragraphs;
    }

    private static String sentence(Frame frame, Language language, int words, SplittableRandom random) {
        StringBuilder sentence = new StringBuilder();
        for (int n = 0; n < words; n++) {
            sentence.append(n == 0 ? "" : " ")
                    .append(
                            random.nextDouble() < A_NAME
                                    ? frame.names().get(random.nextInt(NAMES_A_STORY))
                                    : language.word(random));
        }
        return sentence.toString();
    }

    /** @param change of the snapshot, and its version */
    Story story(int story, List<Article> articles, long change) {
        Article first = articles.getFirst();
        Instant last = articles.stream()
                .map(Article::fetched)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String agency = articles.stream()
                .flatMap(article -> article.credits().agencies().stream())
                .findFirst()
                .orElse(null);
        return new Story(
                storyId(story),
                Math.max(1, articles.size()),
                change,
                1,
                first.title(),
                counts(articles.stream().map(Article::language).toList()).stream()
                        .map(Story.Count::name)
                        .toList(),
                agency,
                first.fetched(),
                last,
                last,
                new Story.Origin(agency, first.id(), List.of(), null, "It came first."),
                articles.size(),
                counts(articles.stream()
                        .map(article -> article.publisher().name())
                        .toList()),
                counts(articles.stream().map(Article::language).toList()),
                articles.stream()
                        .limit(Story.MAX_ARTICLES)
                        .map(article -> member(story, first, article))
                        .toList(),
                List.of(),
                null);
    }

    private static Story.Member member(int story, Article first, Article article) {
        boolean isFirst = article.id().equals(first.id());
        Duration late = Duration.between(first.fetched(), article.fetched());
        return new Story.Member(
                article.id(),
                article.revision(),
                (long) story * StorySizes.LARGEST
                        + article.fetched().getEpochSecond()
                        - first.fetched().getEpochSecond(),
                null,
                article.url(),
                article.title(),
                article.publisher(),
                article.language(),
                article.published(),
                isFirst ? Relation.ORIGINAL : Relation.RETELLING,
                isFirst ? 1 : 0.9,
                late.toHours() < 24 ? null : late);
    }

    private static List<Story.Count> counts(List<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new Story.Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingInt(Story.Count::count).reversed())
                .toList();
    }

    Evidence evidence(int story, Article article, Article other) {
        SplittableRandom random = random(4, story, article.id().hashCode());
        List<Evidence.Passage> passages = new ArrayList<>();
        for (int n = 0; n < Math.min(Evidence.MAX_PASSAGES, article.paragraphs().size()); n++) {
            passages.add(new Evidence.Passage(new Evidence.Range(n, 0, 90), new Evidence.Range(n, 5, 88), 0.8));
        }
        List<Evidence.Fact> facts = new ArrayList<>();
        for (int n = 0; n < NAMES_A_STORY; n++) {
            facts.add(new Evidence.Fact(Evidence.Fact.Kind.NAME, name(random), null));
        }
        return new Evidence(
                article.id(),
                article.revision(),
                other.id(),
                other.revision(),
                storyId(story),
                Relation.RETELLING,
                0.9,
                0.4,
                0.8,
                0.6,
                passages,
                facts,
                article.credits().agencies(),
                "m1",
                "s1");
    }

    StoryEvent event(Story story, Article article) {
        return new StoryEvent(
                "e" + story.change(),
                story.id(),
                story.articleCount() == 1 ? StoryEvent.Kind.CREATED : StoryEvent.Kind.JOINED,
                story.version(),
                story.change(),
                1,
                story.updated(),
                article.id(),
                null);
    }

    private static String id(String kind, int story, int place) {
        return kind + "%016x".formatted(((long) story * (StorySizes.LARGEST + 1) + place) * 0x9e3779b97f4a7c15L);
    }

    private static SplittableRandom random(int purpose, int story, int place) {
        return new SplittableRandom(
                purpose * 0x9e3779b97f4a7c15L + story * 0xbf58476d1ce4e5b9L + place * 0x94d049bb133111ebL);
    }
}
