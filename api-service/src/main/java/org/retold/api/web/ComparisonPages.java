package org.retold.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.api.comparison.ComparedText;
import org.retold.api.comparison.Comparison;
import org.retold.api.comparison.MarkedBlock;
import org.retold.api.story.ArticleDetail;
import org.retold.contract.Article;
import org.retold.contract.Evidence;

/** Makes two articles ready to print side by side. */
final class ComparisonPages {

    private ComparisonPages() {}

    /** @param texts of the two, by id, for their revisions */
    static ComparisonView of(ArticleDetail left, ArticleDetail right, Map<String, Article> texts, Tongue tongue) {
        Optional<Evidence> evidence = evidence(left, right);
        Optional<Evidence> comparable = evidence.filter(found -> Reasons.areThoseCompared(found, texts));
        Comparison comparison = Comparison.of(
                text(left),
                text(right),
                comparable.map(found -> passages(found, left)).orElse(List.of()),
                evidence.map(found -> facts(found, left)).orElse(List.of()));
        String storyId = left.storyId();
        boolean together = storyId != null && storyId.equals(right.storyId());
        return new ComparisonView(
                "%s | %s".formatted(left.publisher(), right.publisher()),
                side("l", "r", left, comparison.here(), tongue),
                side("r", "l", right, comparison.there(), tongue),
                together ? StoryPages.href(Objects.requireNonNull(storyId)) : null,
                evidence.map(found -> Reasons.of(found, texts, tongue)).orElse(null),
                sayings(left, right, comparison, evidence.isPresent(), together, tongue.words()),
                comparison.passages(),
                left.excerpt() || right.excerpt());
    }

    /** The one's strongest link, if it is the other. */
    private static Optional<Evidence> evidence(ArticleDetail left, ArticleDetail right) {
        return Stream.of(left, right)
                .flatMap(article -> Optional.ofNullable(article.evidence()).stream())
                .filter(evidence -> evidence.otherArticleId().equals(left.id())
                        || evidence.otherArticleId().equals(right.id()))
                .findFirst();
    }

    private static List<Evidence.Passage> passages(Evidence evidence, ArticleDetail left) {
        return evidence.articleId().equals(left.id())
                ? evidence.passages()
                : evidence.passages().stream()
                        .map(passage -> new Evidence.Passage(passage.there(), passage.here(), passage.similarity()))
                        .toList();
    }

    private static List<Evidence.Fact> facts(Evidence evidence, ArticleDetail left) {
        return evidence.articleId().equals(left.id())
                ? evidence.facts()
                : evidence.facts().stream()
                        .map(fact -> fact.otherText() == null
                                ? fact
                                : new Evidence.Fact(fact.kind(), fact.otherText(), fact.text()))
                        .toList();
    }

    private static List<String> sayings(
            ArticleDetail left,
            ArticleDetail right,
            Comparison comparison,
            boolean weighed,
            boolean together,
            Words words) {
        List<String> sayings = new ArrayList<>();
        if (!together) {
            sayings.add(words.differentStories());
        } else if (!weighed) {
            sayings.add(words.neverWeighed());
        }
        int here = Reasons.percent(comparison.sameHere());
        int there = Reasons.percent(comparison.sameThere());
        sayings.add(
                here == 0 && there == 0
                        ? words.noSameWords()
                        : words.sameWords(here, left.publisher(), there, right.publisher()));
        return sayings;
    }

    private static ComparisonView.Side side(
            String word, String other, ArticleDetail article, List<MarkedBlock> blocks, Tongue tongue) {
        @Nullable String storyId = article.storyId();
        return new ComparisonView.Side(
                word,
                other,
                article.publisher(),
                article.title(),
                Tongue.languageCode(article.language()),
                tongue.language(article.language()),
                tongue.published(article.published()),
                article.published(),
                WebLink.of(article.url()),
                article.relation() == null ? null : tongue.relation(article.relation()),
                article.relation() == null ? "" : article.relation().name().toLowerCase(Locale.ROOT),
                storyId == null ? null : StoryPages.href(storyId),
                blocks.getFirst(),
                blocks.subList(1, blocks.size()));
    }

    private static ComparedText text(ArticleDetail article) {
        return new ComparedText(article.title(), article.paragraphs(), article.language());
    }
}
