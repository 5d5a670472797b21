package org.retold.trail;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps the labels of requests few: anybody may invent methods, and each would be a time series of its own; whoever asks what a
 * path allows is answered for any.
 */
final class RequestLabels implements MeterFilter {

    private static final String METER = "http.server.";
    private static final String METHOD = "method";
    private static final String PATH = "uri";

    /** RFC 9110, 9.1, and RFC 5789. */
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    @Override
    public Meter.Id map(Meter.Id id) {
        String method = id.getTag(METHOD);
        return method == null || !id.getName().startsWith(METER)
                ? id
                : id.replaceTags(
                        id.getTags().stream().map(tag -> bounded(tag, method)).toList());
    }

    private static Tag bounded(Tag tag, String method) {
        if (tag.getKey().equals(METHOD) && !KNOWN.contains(method)) {
            return Tag.of(METHOD, "OTHER");
        }
        return tag.getKey().equals(PATH) && method.equals("OPTIONS") ? Tag.of(PATH, "UNKNOWN") : tag;
    }

    /** For every registry. */
    @Singleton
    static final class Everywhere {

        @Produces
        @Singleton
        MeterFilter requestLabels() {
            return new RequestLabels();
        }
    }
}
