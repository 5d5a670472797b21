package org.retold.dedupe.story;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.retold.contract.Story;
import org.retold.contract.Story.Member;
import org.retold.dedupe.article.Reference;

/** Renders stories as consumers read them. */
final class Snapshot {

    /** A snapshot lists articles up to about this many characters, so that it fits a record of the topic. */
    private static final int MOST_CHARACTERS = 400_000;

    /** Characters of a listed article besides its texts. */
    private static final int OVERHEAD = 300;

    private final long change;
    private final int changeSize;
    private final Instant at;

    Snapshot(long change, int changeSize, Instant at) {
        this.change = change;
        this.changeSize = changeSize;
        this.at = at;
    }

    /** @param cast of the story, or of its survivor when it was merged */
    Story of(StoryState story, Cast cast) {
        List<ToldArticle> articles = story.isLive() ? cast.articles() : List.of();
        Tally languages =
                Tally.of(articles.stream().map(article -> article.reference().language()));
        return new Story(
                story.id(),
                story.version(),
                change,
                changeSize,
                cast.original().reference().title(),
                languages.names(),
                story.isLive() ? cast.agency().orElse(null) : null,
                cast.articles().stream()
                        .map(Dates::orArrival)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                cast.articles().stream()
                        .map(Dates::orArrival)
                        .max(Instant::compareTo)
                        .orElseThrow(),
                at,
                story.isLive() ? cast.origin() : null,
                articles.size(),
                Tally.of(articles.stream()
                                .map(article -> article.reference().publisher().name()))
                        .counts(),
                languages.counts(),
                members(story, cast, articles),
                story.mergedFrom(),
                story.mergedInto());
    }

    private static List<Member> members(StoryState story, Cast cast, List<ToldArticle> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        ToldArticle original = cast.original();
        Map<String, Double> scores = scores(articles);
        List<Member> members = new ArrayList<>();
        int characters = 0;
        for (ToldArticle article : articles) {
            Reference reference = article.reference();
            characters += OVERHEAD
                    + reference.url().length()
                    + reference.title().length()
                    + reference.publisher().name().length();
            if (members.size() == Story.MAX_ARTICLES || (characters > MOST_CHARACTERS && !members.isEmpty())) {
                break;
            }
            members.add(new Member(
                    reference.id(),
                    reference.revision(),
                    article.first().offset(),
                    reference.externalId(),
                    reference.url(),
                    reference.title(),
                    reference.publisher(),
                    reference.language(),
                    reference.published(),
                    Relations.towards(original, article),
                    article.id().equals(story.founder()) ? 1 : scores.getOrDefault(article.id(), 0.0),
                    cast.lateBy(reference.published()).orElse(null)));
        }
        return members;
    }

    /** The strongest tie of each article to another of them, in whichever direction. */
    private static Map<String, Double> scores(List<ToldArticle> articles) {
        Map<String, Double> best = articles.stream().collect(toMap(ToldArticle::id, article -> 0.0));
        for (ToldArticle article : articles) {
            for (Tie tie : article.ties()) {
                if (best.containsKey(tie.articleId())) {
                    best.merge(tie.articleId(), tie.score(), Math::max);
                    best.merge(article.id(), tie.score(), Math::max);
                }
            }
        }
        return best;
    }
}
