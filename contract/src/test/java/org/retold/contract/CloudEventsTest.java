package org.retold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.retold.item.v99", "org.retold.item.v10", "org.retold.story.v1", "org.retold.item", ""})
    void anotherVersionIsUnknownToReadersOfThisOne(String type) {
        Headers headers = new RecordHeaders().add(CloudEvents.TYPE, type.getBytes(UTF_8));

        assertThat(CloudEvents.unknownVersion(Topics.ITEMS, headers))
                .hasValueSatisfying(why -> assertThat(why).contains("'" + type + "'", "org.retold.item.v1"));
    }

    @Test
    void whatIsWrittenHereIsKnownHere() {
        Headers headers = CloudEvents.headers(Topics.ITEMS, "/retold/ingest-service", "1", Instant.EPOCH);

        assertThat(CloudEvents.unknownVersion(Topics.ITEMS, headers)).isEmpty();
    }

    @Test
    void whatDoesNotSayItsTypeIsTakenForThatOfTheTopic() {
        assertThat(CloudEvents.unknownVersion(Topics.ITEMS, new RecordHeaders()))
                .isEmpty();
        assertThat(CloudEvents.unknownVersion(Topics.ITEMS, new RecordHeaders().add(CloudEvents.TYPE, null)))
                .isEmpty();
    }
}
