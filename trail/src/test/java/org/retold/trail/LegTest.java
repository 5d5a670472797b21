package org.retold.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Without a collector: what goes on the wire is the same for all. */
class LegTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aRecordThatIsWrittenWhileAnotherIsWorkedOnGoesOnWithItsTrace() {
        Headers written = new RecordHeaders();
        try (Leg leg = Leg.begin("normalize", traced(TRACE))) {
            leg.of("articleId", "a");
            Leg.carry(written);
        }

        assertThat(new String(written.lastHeader("traceparent").value(), UTF_8)).isEqualTo(TRACE);
        assertThat(Leg.carry(new RecordHeaders()).toArray())
                .as("afterwards the thread is at nothing")
                .isEmpty();
    }

    @Test
    void whereThereIsNoTraceNothingIsWritten() {
        Headers written = new RecordHeaders();
        try (Leg leg = Leg.begin("normalize", new RecordHeaders())) {
            leg.of("articleId", "a");
            Leg.carry(written);
        }

        assertThat(written.toArray()).isEmpty();
    }

    @Test
    void aTraceThatCannotBeReadStopsNobody() {
        Headers garbage =
                new RecordHeaders().add("traceparent", new byte[] {-1, 0, 7}).add("traceparent", null);

        Leg.past("show", garbage, Instant.EPOCH);
        Leg.past("show", traced("00-zz"), Instant.EPOCH);
        try (Leg leg = Leg.begin("normalize", traced("not a trace"))) {
            leg.of("articleId", "a");
            assertThat(Leg.carry(new RecordHeaders()).toArray()).isEmpty();
        }
    }

    private static Headers traced(String traceparent) {
        return new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8));
    }
}
