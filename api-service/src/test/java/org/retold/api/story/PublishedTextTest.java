package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;

final class PublishedTextTest {

    @Test
    void aDateSaysNoMoreThanIsKnown() {
        assertThat(text(Precision.YEAR)).isEqualTo("2024");
        assertThat(text(Precision.MONTH)).isEqualTo("2024-01");
        assertThat(text(Precision.DAY)).isEqualTo("2024-01-31");
        assertThat(text(Precision.MINUTE)).isEqualTo("2024-01-31T23:30:00Z");
        assertThat(text(Precision.SECOND)).isEqualTo("2024-01-31T23:30:00Z");
        assertThat(PublishedText.of(null)).isNull();
    }

    private static String text(Precision precision) {
        return String.valueOf(
                PublishedText.of(new Published(Instant.parse("2024-01-31T23:30:00Z"), precision, Source.META)));
    }
}
