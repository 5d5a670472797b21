package org.retold.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One leg of an article's journey: a span of its trace, which records carry from service to service in their header
 * {@code traceparent} (W3C Trace Context). Where traces are off it costs next to nothing and writes nothing. For one thread.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class Leg implements AutoCloseable {

    private static final W3CTraceContextPropagator WIRE = W3CTraceContextPropagator.getInstance();
    private static final CarriedHeaders CARRIED = new CarriedHeaders();

    private final Span span;
    private final Scope scope;

    /** {@link #close} closes the scope. */
    @SuppressWarnings("MustBeClosedChecker")
    private Leg(SpanBuilder leg) {
        span = leg.startSpan();
        scope = span.makeCurrent();
    }

    /** Goes on with what this thread is at, or begins a journey. */
    public static Leg begin(String name) {
        return new Leg(named(name));
    }

    /** Goes on where the record came from. */
    public static Leg begin(String name, Headers record) {
        return new Leg(named(name).setParent(before(record)));
    }

    /** Notes a leg that is over; nothing for a record that carries no trace. */
    public static void past(String name, Headers record, Instant began) {
        Context before = before(record);
        if (Span.fromContext(before).getSpanContext().isValid()) {
            named(name).setParent(before).setStartTimestamp(began).startSpan().end();
        }
    }

    /** Has a record carry on what this thread is at; gives the same headers. */
    public static Headers carry(Headers record) {
        WIRE.inject(Context.current(), record, (headers, key, value) -> {
            if (headers != null) {
                headers.add(key, value.getBytes(UTF_8));
            }
        });
        return record;
    }

    /** @param key of the vocabulary of the logs */
    public Leg of(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }

    private static SpanBuilder named(String name) {
        return GlobalOpenTelemetry.getTracer("org.retold").spanBuilder(name);
    }

    private static Context before(Headers record) {
        return WIRE.extract(Context.root(), record, CARRIED);
    }

    private static final class CarriedHeaders implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers record) {
            return Arrays.stream(record.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers record, String key) {
            Header header = record == null ? null : record.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        }
    }
}
