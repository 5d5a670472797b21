package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRecordKeyTest {

    @Test
    void aKeyIsReadAsItWasWritten() {
        ArticleRecordKey key = new ArticleRecordKey("7d793037a0760186574b0282f2f435e7", 11, 4_000_000_000L);

        assertThat(key).hasToString("7d793037a0760186574b0282f2f435e7/11/4000000000");
        assertThat(ArticleRecordKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7d79", "7d79/1", "/1/2", "7d79/-1/2", "7d79/1/2/3", "7d79/1/9999999999999999999"})
    void anotherFormIsRefusedWithTheKey(String key) {
        assertThatThrownBy(() -> ArticleRecordKey.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is not <article id>/<items partition>/<items offset>", key);
    }
}
