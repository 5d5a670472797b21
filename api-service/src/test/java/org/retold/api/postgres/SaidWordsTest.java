package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.api.postgres.SaidWords.Reading;

final class SaidWordsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void migrate() {
        new ReadModel(database.migrations(), database.jdbi(), InstantSource.system()).migrate();
    }

    @Test
    void dictionariesThatReadWordsAlikeAreAskedTogether() {
        add("english", "german", "simple");

        List<Reading> readings = read("Ministers").readings();

        assertThat(readings).extracting(Reading::query).containsExactly("'minist'", "'ministers'");
        assertThat(Set.copyOf(readings.getFirst().dictionaries())).isEqualTo(Set.of("english", "german"));
        assertThat(readings.getLast().dictionaries()).containsExactly("simple");
    }

    @Test
    void aDictionaryThatLooksForNoneOfTheWordsIsNotAsked() {
        add("english", "french");

        assertThat(read("the").readings()).containsExactly(new Reading("'the'", List.of("french")));
        assertThat(read("?!").readings()).isEmpty();
    }

    @Test
    void whereThereAreNoArticlesNothingIsAsked() {
        assertThat(read("minister").readings()).isEmpty();
    }

    private SaidWords read(String words) {
        return database.jdbi().withHandle(handle -> SaidWords.read(handle, words));
    }

    private void add(String... dictionaries) {
        database.jdbi()
                .useHandle(handle -> handle.execute("insert into dictionary select unnest(?)", (Object) dictionaries));
    }
}
