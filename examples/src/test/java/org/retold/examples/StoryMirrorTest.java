package org.retold.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.examples.Topic.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoryMirrorTest {

    private static final Duration WAIT = Duration.ofMillis(200);

    @TempDir
    Path directory;

    @Test
    void thePageShowsTheClassAsItIs() throws IOException {
        Path source = Page.ROOT.resolve("examples/src/main/java/org/retold/examples/StoryMirror.java");

        assertThat(Page.blocks("java").getFirst()).isEqualTo(Files.readString(source));
    }

    @Test
    void storiesAreWhatTheTopicHoldsAndThenWhatChanges() throws Exception {
        try (Topic topic = new Topic(directory)) {
            topic.write(story("a", 1, 1, 1));
            topic.write(story("b", 2, 1, 3));
            topic.writeAndAbort(story("never", 3, 1, 1));
            topic.write(story("a", 4, 1, 2).put("fromTheFuture", true));
            topic.write(story("ended", 5, 1, 1));
            topic.end("ended");

            try (StoryMirror mirror = new StoryMirror(topic.kafka())) {
                readAll(mirror);

                assertThat(mirror.stories()).containsOnlyKeys("a", "b");
                assertThat(mirror.stories())
                        .hasEntrySatisfying(
                                "a",
                                story -> assertThat(story.get("articleCount").asInt())
                                        .isEqualTo(2));

                topic.write(story("a", 6, 2, 5), story("b", 6, 2, 0).put("mergedInto", "a"));
                readAll(mirror);

                assertThat(mirror.stories()).containsOnlyKeys("a");
            }
        }
    }

    @Test
    void aChangeOfWhichCompactionTookAPartIsReadAsWhatIsLeft() throws Exception {
        try (Topic topic = new Topic(directory)) {
            topic.write(story("a", 1, 2, 1));
            topic.write(story("b", 2, 2, 1));

            try (StoryMirror mirror = new StoryMirror(topic.kafka())) {
                readAll(mirror);

                assertThat(mirror.stories()).containsOnlyKeys("a", "b");
            }
        }
    }

    private static void readAll(StoryMirror mirror) throws IOException {
        // What was written just now may not be known to be there before the first answer.
        mirror.poll(WAIT);
        do {
            mirror.poll(WAIT);
        } while (!mirror.isCaughtUp());
    }
}
