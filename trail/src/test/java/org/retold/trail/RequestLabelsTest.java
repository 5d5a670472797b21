package org.retold.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

final class RequestLabelsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void methodsThatAreInventedAreOneTimeSeries() {
        registry.config().meterFilter(new RequestLabels());

        for (String method : new String[] {"GET", "PATCH", "get", "M1", "M2", "PROPFIND"}) {
            registry.counter("http.server.requests", "method", method, "status", "405")
                    .increment();
        }

        assertThat(registry.find("http.server.requests").meters())
                .extracting(Meter::getId)
                .extracting(id -> id.getTag("method") + " " + id.getTag("status"))
                .containsExactlyInAnyOrder("GET 405", "PATCH 405", "OTHER 405");
        assertThat(registry.get("http.server.requests")
                        .tag("method", "OTHER")
                        .counter()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void whoAsksWhatAPathAllowsMakesNoTimeSeriesOfIt() {
        registry.config().meterFilter(new RequestLabels());

        registry.counter("http.server.requests", "method", "OPTIONS", "uri", "/invented/1")
                .increment();
        registry.counter("http.server.requests", "method", "OPTIONS", "uri", "/invented/2")
                .increment();
        registry.counter("http.server.requests", "method", "GET", "uri", "/stories/{id}")
                .increment();

        assertThat(registry.find("http.server.requests").meters())
                .extracting(meter -> meter.getId().getTag("uri"))
                .containsExactlyInAnyOrder("UNKNOWN", "/stories/{id}");
    }

    @Test
    void whatOthersCallAMethodIsTheirs() {
        registry.config().meterFilter(new RequestLabels());

        registry.counter("retold.something", "method", "by-hand").increment();

        assertThat(registry.get("retold.something").counter().getId().getTag("method"))
                .isEqualTo("by-hand");
    }
}
