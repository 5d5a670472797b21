package org.retold.api.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Correction;
import org.retold.contract.Correction.Kind;

/**
 * An operator's word that some articles of a story tell another one. They leave together, and are kept from those that
 * stay.
 *
 * @param articleIds those that leave, 1 to {@link #MOST}
 */
public record Split(Set<String> articleIds, Word word) {

    /** So many may leave at once; of two halves the operator can always name the smaller one. */
    public static final int MOST = 100;

    /**
     * The first correction names all that stay. For the others a few do: while the first one's story lives it keeps them
     * all together, and one that expires and comes back only has to be told from those that lived longer.
     */
    private static final int ENOUGH = 10;

    public Split {
        articleIds = Set.copyOf(articleIds);
        if (articleIds.isEmpty() || articleIds.size() > MOST) {
            throw new IllegalArgumentException("1 to %d articles may leave, not %d".formatted(MOST, articleIds.size()));
        }
    }

    /** What follows for this story, as it is now. */
    public Ruling of(StoryDetail story) {
        List<String> named = new ArrayList<>(articleIds);
        named.add("of " + story.id());
        String id = RulingId.of("split", named);
        List<String> all = story.articles().stream().map(ArticleInStory::id).toList();
        List<String> leaving = all.stream().filter(articleIds::contains).toList();
        List<String> staying =
                all.stream().filter(article -> !articleIds.contains(article)).toList();
        if (story.articleCount() > all.size()) {
            return new Ruling.Refused(
                    id,
                    "The story has %d articles and lists %d; it is too large to be split."
                            .formatted(story.articleCount(), all.size()));
        }
        if (leaving.size() < articleIds.size()) {
            Set<String> strangers = new TreeSet<>(articleIds);
            all.forEach(strangers::remove);
            return new Ruling.Refused(id, "Not in this story: %s.".formatted(String.join(", ", strangers)));
        }
        if (staying.isEmpty()) {
            return new Ruling.Refused(id, "These are all articles of the story; at least one has to stay.");
        }
        return new Ruling.Given(id, corrections(id, leaving, staying));
    }

    /** What leaves is bound together first, so that it leaves as one. */
    private List<Correction> corrections(String id, List<String> leaving, List<String> staying) {
        List<Correction> corrections = new ArrayList<>();
        if (leaving.size() > 1) {
            corrections.add(correction(RulingId.ofPart(id, 0), Kind.TOGETHER, leaving));
        }
        for (String article : leaving) {
            List<String> ids = new ArrayList<>(List.of(article));
            ids.addAll(
                    article.equals(leaving.getFirst())
                            ? staying
                            : staying.subList(0, Math.min(ENOUGH, staying.size())));
            corrections.add(correction(RulingId.ofPart(id, corrections.size()), Kind.APART, ids));
        }
        return corrections;
    }

    private Correction correction(String id, Kind kind, List<String> ids) {
        return new Correction(id, kind, ids, word.by(), word.at(), word.reason());
    }
}
