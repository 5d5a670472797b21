package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnsTest {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void textsComeOutOfAnArrayAsTheyWentIn() {
        for (List<String> texts :
                List.of(List.<String>of(), List.of(""), List.of("a \"b\"", "c\\d", "NULL", "{e,f}", "é, ü", " g "))) {
            List<String> read = database.jdbi()
                    .withHandle(handle -> handle.createQuery("select cast(:texts as text[]) as texts")
                            .bind("texts", Columns.array(texts))
                            .map((row, context) -> Columns.texts(row, "texts"))
                            .one());

            assertThat(read).isEqualTo(texts);
        }
    }
}
