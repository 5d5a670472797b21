package org.retold.api.arrival;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.retold.contract.Story;

/** Takes articles that were taken down out of snapshots that were made before. */
public final class Withholding {

    private Withholding() {}

    /** The articles that these snapshots list. */
    public static Set<String> listed(List<Story> snapshots) {
        return snapshots.stream()
                .flatMap(story -> story.articles().stream())
                .map(Story.Member::id)
                .collect(Collectors.toSet());
    }

    /** The snapshots without these articles and their titles; a story of nothing else is left out. */
    public static List<Story> of(List<Story> snapshots, Set<String> articleIds) {
        return snapshots.stream()
                .flatMap(story -> without(story, articleIds).stream())
                .toList();
    }

    private static Optional<Story> without(Story story, Set<String> articleIds) {
        List<Story.Member> rest = members(story, articleIds, false).toList();
        int gone = story.articles().size() - rest.size();
        if (gone == 0) {
            return Optional.of(story);
        }
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean named = members(story, articleIds, true)
                .anyMatch(member -> member.title().equals(story.headline()));
        return Optional.of(new Story(
                story.id(),
                story.version(),
                story.change(),
                story.changeSize(),
                named ? rest.getFirst().title() : story.headline(),
                story.languages(),
                story.agency(),
                story.firstPublished(),
                story.lastPublished(),
                story.updated(),
                story.origin(),
                story.articleCount() - gone,
                story.publishers(),
                story.languageCounts(),
                rest,
                story.mergedFrom(),
                story.mergedInto()));
    }

    private static Stream<Story.Member> members(Story story, Set<String> articleIds, boolean among) {
        return story.articles().stream().filter(member -> articleIds.contains(member.id()) == among);
    }
}
