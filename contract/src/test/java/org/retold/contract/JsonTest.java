package org.retold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null and void",
                "[]",
                "{}",
                "{\"lookupId\":\"l\",\"outcome\":\"told\"",
                "{\"lookupId\":\"\",\"outcome\":\"told\",\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"lookupId\":\"l\",\"outcome\":\"told\",\"at\":\"yesterday\"}"
            })
    void whatIsNoSuchRecordIsAnErrorThatSaysWhatItShouldHaveBeen(String poison) {
        assertThatThrownBy(() -> Json.read(LookupAnswer.class, poison.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("LookupAnswer");
    }

    @Test
    void aTombstoneStaysATombstone() {
        var serde = Topics.STORIES.valueSerde();

        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "-03:30", "Z"})
    void anOffsetFromUtcIsKeptAsItWasGiven(String offset) {
        Published given = new Published(Instant.EPOCH, Published.Precision.MINUTE, Published.Source.FEED, offset);

        assertThat(Json.read(Published.class, Json.write(given))).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "+1", "+01", "+25:00", "+00:00", "CET", "Europe/Paris"})
    void whatIsNoOffsetIsRefusedWithAnExample(String offset) {
        assertThatThrownBy(
                        () -> new Published(Instant.EPOCH, Published.Precision.MINUTE, Published.Source.FEED, offset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offset is %s, not like +01:00 or Z", offset);
    }
}
