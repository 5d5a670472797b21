package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StoryQueryReaderTest {

    private final StoryQueryReader reader = new StoryQueryReader(1, 50);

    @Test
    void nothingAskedIsTheWholeListNewestFirst() {
        assertThat(reader.read(Map.of()))
                .isEqualTo(new Asked.Understood<>(new StoryQuery(StoryFilter.ALL, Sort.UPDATED, 50, null)));
    }

    @Test
    void aDateStandsForItsStartInUtc() {
        StoryQuery query =
                understood(Map.of("since", List.of("2024-02-13"), "until", List.of("2024-02-13T10:00 02:00")));

        assertThat(query.filter().since()).isEqualTo(Instant.parse("2024-02-13T00:00:00Z"));
        assertThat(query.filter().until()).isEqualTo(Instant.parse("2024-02-13T08:00:00Z"));
    }

    @Test
    void emptyFieldsOfAFormSayNothing() {
        assertThat(understood(Map.of("q", List.of(""), "sort", List.of(" "))).filter())
                .isEqualTo(StoryFilter.ALL);
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Asked<StoryQuery> asked = reader.read(Map.of(
                "limit", List.of("0"),
                "minArticles", List.of("many"),
                "until", List.of("+999999999-01-01T00:00:00Z"),
                "q", List.of("a", "b"),
                "colour", List.of("red")));

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Asked.NotUnderstood.class,
                        refusal -> assertThat(((Asked.NotUnderstood<?>) refusal).problems())
                                .extracting(BadParameter::name)
                                .containsExactly("until", "q", "minArticles", "limit", "colour"));
    }

    @Test
    void aCursorServesOnlyTheListItWasGivenOutFor() {
        StorySummary last =
                new StorySummary("s", 1, 1, "h", List.of(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 1, 1, null);
        String cursor = understood(Map.of("language", List.of("fr")))
                .after(last, Instant.EPOCH)
                .word();

        assertThat(reader.read(Map.of("language", List.of("fr"), "cursor", List.of(cursor))))
                .isInstanceOf(Asked.Understood.class);
        assertThat(reader.read(Map.of("language", List.of("en"), "cursor", List.of(cursor))))
                .isInstanceOf(Asked.NotUnderstood.class);
        assertThat(reader.read(Map.of("language", List.of("fr"), "sort", List.of("size"), "cursor", List.of(cursor))))
                .isInstanceOf(Asked.NotUnderstood.class);
    }

    private StoryQuery understood(Map<String, List<String>> parameters) {
        return switch (reader.read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) -> query;
            case Asked.NotUnderstood<StoryQuery>(var problems) -> throw new AssertionError(problems);
        };
    }
}
