package org.retold.dedupe.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.verify.Clustering;

/** Decides which story an article belongs to, which stories are one, and which are one no more. */
final class Clusterer {

    /** Two stories pull comparably when their strengths differ by no more than this. */
    private static final double COMPARABLE = 0.2;

    /** Articles whose score is at most this are not linked. */
    private static final double UNRELATED = 0.2;

    /** Of two articles that came together it is known that they belong together. */
    private static final int FEWEST_GROWN = 3;

    private final Clustering clustering;

    Clusterer(Clustering clustering) {
        this.clustering = clustering;
    }

    /** The stories that the links lead into, strongest first. */
    List<Pull> pulls(List<Link> links, Ledger ledger) {
        return links.stream()
                .filter(link -> ledger.article(link.otherArticleId()).isPresent())
                .collect(groupingBy(
                        link -> ledger.article(link.otherArticleId())
                                .orElseThrow()
                                .storyId(),
                        TreeMap::new,
                        toList()))
                .entrySet()
                .stream()
                .map(entry -> Pull.of(ledger.story(entry.getKey()).orElseThrow(), entry.getValue(), clustering))
                .sorted(Pull.STRONGEST)
                .toList();
    }

    /** @param forbidden articles that it must not be in one story with */
    Placement place(List<Pull> pulls, Set<String> forbidden, Ledger ledger) {
        List<Pull> strong = pulls.stream()
                .filter(pull -> pull.strength() >= clustering.joinAt())
                .filter(pull -> pull.story().articleIds().stream().noneMatch(forbidden::contains))
                .toList();
        if (strong.isEmpty()) {
            return new Placement.Founds(false);
        }
        Pull best = strong.getFirst();
        if (strong.stream().skip(1).anyMatch(other -> tellsOfBoth(best, other, ledger))) {
            return new Placement.Founds(true);
        }
        return digestBehind(best, ledger)
                .<Placement>map(digest -> new Placement.Reveals(best.story(), digest))
                .orElseGet(() -> new Placement.Joins(best.story()));
    }

    /**
     * Whether two stories are one, now that an article of the first is linked into the second: a story of one text only
     * has to be pulled as strongly as if it came now, so that the order of arrival matters little; larger ones need two
     * strong bridges that share no article.
     */
    boolean areOne(StoryState some, StoryState others, Ledger ledger) {
        List<ToldArticle> here = articles(some, ledger);
        List<ToldArticle> there = articles(others, ledger);
        if (Stream.concat(here.stream(), there.stream()).anyMatch(ToldArticle::digest)) {
            return false;
        }
        List<Bridge> bridges = Bridge.between(here, there);
        int few = Math.min(Tellings.count(here), Tellings.count(there));
        int many = Math.max(Tellings.count(here), Tellings.count(there));
        return few == 1 ? isPulled(bridges, many, clustering.joinAt()) : haveTwo(bridges, clustering.mergeAt());
    }

    /**
     * The smaller part of a story that has grown, when its weakest seam does not hold: a single text that is hardly
     * pulled any more, or a part that fewer than two bridges connect.
     *
     * @param together of an article, those that it must not be parted from
     */
    Optional<List<ToldArticle>> loosePart(StoryState story, Function<String, Set<String>> together, Ledger ledger) {
        return story.size() < FEWEST_GROWN ? Optional.empty() : brokenPart(story, together, ledger);
    }

    /** The same of a story that has lost an article; that may have been all that two others had in common. */
    Optional<List<ToldArticle>> brokenPart(StoryState story, Function<String, Set<String>> together, Ledger ledger) {
        return Seam.weakest(articles(story, ledger), together)
                .filter(seam -> !holds(seam))
                .map(Seam::smaller);
    }

    private boolean holds(Seam seam) {
        return Tellings.count(seam.smaller()) == 1
                ? isPulled(seam.bridges(), Tellings.count(seam.larger()), clustering.stayAt())
                : haveTwo(seam.bridges(), clustering.holdAt());
    }

    private boolean isPulled(List<Bridge> bridges, int members, double from) {
        List<Double> scores = bridges.stream().map(Bridge::score).toList();
        return !scores.isEmpty() && Pull.blend(scores, members, clustering) >= from;
    }

    private static boolean haveTwo(List<Bridge> bridges, double from) {
        List<Bridge> strong =
                bridges.stream().filter(bridge -> bridge.score() >= from).toList();
        return strong.stream().anyMatch(one -> strong.stream().anyMatch(one::sharesNoArticleWith));
    }

    /** It retells two stories in different parts, and these have nothing to do with each other. */
    private boolean tellsOfBoth(Pull best, Pull other, Ledger ledger) {
        return best.strength() - other.strength() <= COMPARABLE
                && Tie.areApart(best.parts(), other.parts())
                && Bridge.between(articles(best.story(), ledger), articles(other.story(), ledger)).stream()
                        .allMatch(bridge -> bridge.score() <= UNRELATED);
    }

    /**
     * The only article through which a story pulls, when it holds its other articles by different parts than those that
     * pull, and they are not linked to the newcomer.
     */
    private Optional<ToldArticle> digestBehind(Pull best, Ledger ledger) {
        Link strongest = best.strongest();
        boolean alone = best.links().stream().skip(1).allMatch(link -> link.score() <= UNRELATED);
        if (best.story().size() < 2 || !alone) {
            return Optional.empty();
        }
        ToldArticle suspect = ledger.article(strongest.otherArticleId()).orElseThrow();
        long pulling = Tie.of(strongest).there();
        List<Long> holding = articles(best.story(), ledger).stream()
                .filter(article -> !article.id().equals(suspect.id()))
                .flatMap(article -> Stream.concat(
                        article.tieTo(suspect.id()).filter(this::joins).map(Tie::there).stream(),
                        suspect.tieTo(article.id()).filter(this::joins).map(Tie::here).stream()))
                .toList();
        boolean digest = !holding.isEmpty() && holding.stream().allMatch(parts -> Tie.areApart(parts, pulling));
        return digest ? Optional.of(suspect) : Optional.empty();
    }

    private boolean joins(Tie tie) {
        return tie.score() >= clustering.joinAt();
    }

    private static List<ToldArticle> articles(StoryState story, Ledger ledger) {
        return story.articleIds().stream()
                .map(id -> ledger.article(id).orElseThrow())
                .toList();
    }
}
