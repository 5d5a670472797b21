package org.retold.api.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Article;
import org.retold.contract.Evidence;

/** Puts the evidence of a story into words. */
final class Reasons {

    /** With so many passages open the page is still read at a glance. */
    private static final int OPEN = 3;

    private static final int MOST = 40;

    private final Tongue tongue;
    private final Map<String, ArticleInStory> members = new HashMap<>();
    private final Map<String, Article> texts;

    private Reasons(List<ArticleInStory> articles, Map<String, Article> texts, Tongue tongue) {
        this.tongue = tongue;
        this.texts = texts;
        articles.forEach(article -> members.put(article.id(), article));
    }

    /** The articles whose texts are needed to say why. */
    static Set<String> textsNeeded(StoryDetail story) {
        Set<String> ids = new TreeSet<>();
        evidence(story).forEach(evidence -> {
            ids.add(evidence.articleId());
            ids.add(evidence.otherArticleId());
        });
        return ids;
    }

    static List<Reason> of(StoryDetail story, Map<String, Article> texts, Tongue tongue) {
        Reasons reasons = new Reasons(story.articles(), texts, tongue);
        List<Reason> all = new ArrayList<>();
        evidence(story).forEach(evidence -> all.add(reasons.reason(evidence, all.size() < OPEN)));
        return all;
    }

    /** What speaks for two articles. */
    static Reason of(Evidence evidence, Map<String, Article> texts, Tongue tongue) {
        return new Reasons(List.of(), texts, tongue).reason(evidence, true);
    }

    /** Whether the texts are those that were compared. */
    static boolean areThoseCompared(Evidence evidence, Map<String, Article> texts) {
        return areThoseCompared(evidence, texts.get(evidence.articleId()), texts.get(evidence.otherArticleId()));
    }

    private static List<Evidence> evidence(StoryDetail story) {
        return story.articles().stream()
                .map(ArticleInStory::evidence)
                .flatMap(evidence -> Optional.ofNullable(evidence).stream())
                .limit(MOST)
                .toList();
    }

    private Reason reason(Evidence evidence, boolean open) {
        Article here = texts.get(evidence.articleId());
        Article there = texts.get(evidence.otherArticleId());
        List<Reason.PassagePair> passages = passages(evidence, here, there);
        return new Reason(
                side(evidence.articleId(), here),
                side(evidence.otherArticleId(), there),
                tongue.because(evidence.relation()),
                tongue.words().shareHere(percent(evidence.containment())),
                tongue.words().shareThere(percent(evidence.otherContainment())),
                Math.min(99, percent(evidence.score())), // never certain
                evidence.facts().stream().map(this::fact).toList(),
                evidence.sharedCredits().isEmpty()
                        ? null
                        : tongue.words().bothCredit(String.join(", ", evidence.sharedCredits())),
                passages,
                !evidence.passages().isEmpty() && !areThoseCompared(evidence, here, there),
                open,
                ComparisonView.href(evidence.otherArticleId(), evidence.articleId()));
    }

    private static List<Reason.PassagePair> passages(
            Evidence evidence, @Nullable Article here, @Nullable Article there) {
        if (here == null || there == null || !areThoseCompared(evidence, here, there)) {
            return List.of();
        }
        return evidence.passages().stream()
                .flatMap(passage -> pair(here, there, passage).stream())
                .toList();
    }

    private static boolean areThoseCompared(Evidence evidence, @Nullable Article here, @Nullable Article there) {
        return here != null
                && there != null
                && here.revision().equals(evidence.revision())
                && there.revision().equals(evidence.otherRevision());
    }

    private static Optional<Reason.PassagePair> pair(Article here, Article there, Evidence.Passage passage) {
        return Quotes.quote(here, passage.here())
                .flatMap(ours ->
                        Quotes.quote(there, passage.there()).map(theirs -> new Reason.PassagePair(ours, theirs)));
    }

    private Reason.Side side(String id, @Nullable Article text) {
        ArticleInStory member = members.get(id);
        if (member != null) {
            return new Reason.Side(id, member.publisher(), member.title(), Tongue.languageCode(member.language()));
        }
        return text == null
                ? new Reason.Side(id, "?", id, null)
                : new Reason.Side(id, text.publisher().name(), text.title(), Tongue.languageCode(text.language()));
    }

    private Reason.SharedFact fact(Evidence.Fact fact) {
        String other = fact.otherText();
        return new Reason.SharedFact(
                tongue.fact(fact.kind()), fact.text(), fact.text().equals(other) ? null : other);
    }

    static int percent(double fraction) {
        return (int) Math.round(fraction * 100);
    }
}
