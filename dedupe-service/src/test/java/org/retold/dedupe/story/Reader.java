package org.retold.dedupe.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.retold.contract.Evidence;
import org.retold.contract.Story;
import org.retold.contract.Story.Member;
import org.retold.contract.StoryEvent;

/** A consumer that follows the contract, and complains when it cannot. */
final class Reader {

    private final Map<String, Story> stories = new TreeMap<>();
    private final Map<String, Evidence> evidence = new TreeMap<>();
    private final List<StoryEvent> events = new ArrayList<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Set<String> told = new TreeSet<>();
    private final Set<String> withdrawn = new TreeSet<>();

    void read(Change change) {
        assertThat(change.stories().size() + change.goneStories().size())
                .as("changeSize counts the stories of a change")
                .isEqualTo(sizeOf(change));
        for (StoryEvent event : change.events()) {
            if (event.kind() == StoryEvent.Kind.WITHDRAWN) {
                withdrawn.add(Objects.requireNonNull(event.articleId()));
                assertThat(told.remove(event.articleId())).isTrue();
            }
        }
        for (Story story : change.stories()) {
            Story before = stories.put(story.id(), story);
            assertThat(story.version())
                    .as("version of %s", story.id())
                    .isEqualTo(before == null ? 1 : before.version() + 1);
            assertThat(story.change()).isEqualTo(change.number());
            story.articles().forEach(article -> told.add(article.id()));
        }
        for (String gone : change.goneStories()) {
            Story before = stories.remove(gone);
            assertThat(before).as("a tombstone is for a story that was there").isNotNull();
            Objects.requireNonNull(before).articles().forEach(article -> told.remove(article.id()));
        }
        change.evidence().forEach(found -> evidence.put(found.articleId(), found));
        change.goneEvidence().forEach(gone -> assertThat(evidence.remove(gone)).isNotNull());
        for (StoryEvent event : change.events()) {
            assertThat(eventIds.add(event.id())).as("event ids are unique").isTrue();
            assertThat(event.change()).isEqualTo(change.number());
            events.add(event);
        }
        everyArticleIsInOneStory();
        withdrawn.forEach(this::isNowhere);
    }

    /** An article may come again after it was taken down. */
    void mayReadOf(String articleId) {
        withdrawn.remove(articleId);
    }

    Set<String> withdrawn() {
        return withdrawn;
    }

    private void isNowhere(String articleId) {
        for (Story story : stories.values()) {
            assertThat(story.headline()).isNotEqualTo("Title of " + articleId);
            assertThat(story.origin() == null ? null : story.origin().articleId())
                    .isNotEqualTo(articleId);
            assertThat(story.articles()).noneMatch(member -> member.id().equals(articleId));
        }
        for (Evidence found : evidence.values()) {
            assertThat(found.articleId()).isNotEqualTo(articleId);
            assertThat(found.otherArticleId()).isNotEqualTo(articleId);
            assertThat(found.facts())
                    .noneMatch(fact -> fact.text().equals("Title of " + articleId)
                            || Objects.equals(fact.otherText(), "Title of " + articleId));
        }
    }

    private void everyArticleIsInOneStory() {
        List<String> listed = stories.values().stream()
                .flatMap(story -> story.articles().stream())
                .map(Member::id)
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(told);
        for (Story story : stories.values()) {
            if (story.mergedInto() != null) {
                assertThat(story.articleCount()).isZero();
                assertThat(stories.get(story.mergedInto()))
                        .satisfies(survivor -> assertThat(survivor.mergedFrom()).contains(story.id()))
                        .satisfies(survivor -> assertThat(survivor.mergedInto()).isNull());
            } else {
                assertThat(story.articleCount()).isPositive();
            }
            assertThat(story.mergedFrom())
                    .allSatisfy(id -> assertThat(stories.get(id))
                            .satisfies(merged -> assertThat(merged.mergedInto()).isEqualTo(story.id())));
        }
    }

    private static int sizeOf(Change change) {
        return change.stories().isEmpty()
                ? change.events().getFirst().changeSize()
                : change.stories().getFirst().changeSize();
    }

    Story storyOf(String articleId) {
        return stories.values().stream()
                .filter(story -> story.articles().stream()
                        .anyMatch(article -> article.id().equals(articleId)))
                .findFirst()
                .orElseThrow();
    }

    Story story(String storyId) {
        return Objects.requireNonNull(stories.get(storyId), storyId);
    }

    Map<String, Story> stories() {
        return stories;
    }

    Map<String, Evidence> evidence() {
        return evidence;
    }

    Evidence evidenceOf(String articleId) {
        return Objects.requireNonNull(evidence.get(articleId), articleId);
    }

    List<StoryEvent> events() {
        return events;
    }

    /** Live stories as sets of article ids, for example {@code [[a, b], [c]]}. */
    Set<Set<String>> clusters() {
        Set<Set<String>> clusters = new HashSet<>();
        for (Story story : stories.values()) {
            if (story.mergedInto() == null) {
                Set<String> ids = new TreeSet<>();
                story.articles().forEach(article -> ids.add(article.id()));
                clusters.add(ids);
            }
        }
        return clusters;
    }
}
