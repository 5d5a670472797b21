package org.retold.benchmarks.retelling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.retold.contract.Credits;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Features;
import org.retold.dedupe.verify.Match;
import org.retold.dedupe.verify.Model;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/**
 * A corpus with the view and the sketch of each article; what two articles share is worked out once, whatever the order
 * and the model they are told with. Articles go by their number in the corpus.
 */
final class Archive {

    private static final double CONDENSED = 0.3;
    private static final Views VIEWS = Views.shipped();

    final String name;
    final List<Told> articles;
    final List<View> views;
    final List<Sketch> sketches;

    /** Gold story of each article, by number. */
    final int[] story;

    /** What an article is left out with, by number. */
    final int[] group;

    private final Map<Long, double[]> features = new ConcurrentHashMap<>();
    private final Map<Long, Match> matches = new ConcurrentHashMap<>();

    private Archive(String name, List<Told> articles, List<View> views, int[] story, int[] group) {
        this.name = name;
        this.articles = articles;
        this.views = views;
        this.story = story;
        this.group = group;
        Sketches sketch = new Sketches();
        this.sketches = views.stream().map(sketch::of).toList();
    }

    /** @param folds articles of a story are left out together, in so many parts; 0 to leave out by topic group */
    static Archive of(String name, List<Told> articles, int folds) {
        int[] story = numbered(articles, Told::story);
        int[] group = numbered(articles, Told::group);
        if (folds > 0) {
            for (int i = 0; i < group.length; i++) {
                group[i] = story[i] % folds;
            }
        }
        return new Archive(name, articles, articles.stream().map(Archive::view).toList(), story, group);
    }

    /** Without the credits that the service has: they name no agency that the text does not, on any of the corpora. */
    static View view(Told told) {
        return VIEWS.of(told.id(), "1", told.title(), told.paragraphs(), told.language(), Credits.NONE, null);
    }

    private static int[] numbered(List<Told> articles, Function<Told, String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        ToIntFunction<Told> number = told -> numbers.computeIfAbsent(name.apply(told), key -> numbers.size());
        return articles.stream().mapToInt(number).toArray();
    }

    /** Whether it tells its story in a quarter of the words or less; where nobody counted, in three tenths. */
    boolean isCondensed(int number) {
        String relation = articles.get(number).relation();
        return relation.startsWith("c18")
                || relation.startsWith("c25")
                || (relation.equals("condensed") && words(number) <= CONDENSED * longestOf(story[number]));
    }

    private int words(int number) {
        return views.get(number).words();
    }

    private int longestOf(int someStory) {
        return IntStream.range(0, size())
                .filter(number -> story[number] == someStory)
                .map(this::words)
                .max()
                .orElse(0);
    }

    int size() {
        return articles.size();
    }

    /** The features of two articles, the same in either order. */
    double[] features(int one, int other) {
        boolean ordered = views.get(one).articleId().compareTo(views.get(other).articleId()) <= 0;
        int first = ordered ? one : other;
        int second = ordered ? other : one;
        return features.computeIfAbsent(key(first, second), key -> Features.of(views.get(first), views.get(second)));
    }

    /** What a verifier with such a model would find, seen from the article; without facts and credits. */
    Match match(int article, int other, Model model) {
        Match match = matches.computeIfAbsent(
                key(article, other), key -> unscored(Verifier.of(model).match(views.get(article), views.get(other))));
        return scored(match, score(article, other, model), model.version());
    }

    /** Without what is only told to readers. */
    private static Match unscored(Match match) {
        return scored(match, 0, "");
    }

    private static Match scored(Match match, double score, String modelVersion) {
        return new Match(
                match.articleId(),
                match.revision(),
                match.otherArticleId(),
                match.otherRevision(),
                score,
                match.similarity(),
                match.containment(),
                match.otherContainment(),
                match.copied(),
                match.lengthRatio(),
                match.sameLanguage(),
                match.passages(),
                List.of(),
                List.of(),
                modelVersion);
    }

    /** What a verifier with such a model would say, 0 to 1. */
    double score(int one, int other, Model model) {
        boolean judged = !views.get(one).tooShort() && !views.get(other).tooShort();
        return judged ? model.probability(features(one, other)) : 0;
    }

    private static long key(int one, int other) {
        return (long) one << 32 | other;
    }
}
