package org.retold.outbound;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Turns what came over the wire into the next step, and takes no more bytes than were asked for. */
final class ResponseReader {

    private final InstantSource clock;

    ResponseReader(InstantSource clock) {
        this.clock = clock;
    }

    /** @param permanentUrl where the redirects so far say it lives from now on */
    Hop read(Response response, Request request, @Nullable String permanentUrl) throws IOException {
        return switch (response.code()) {
            case 200, 203, 206 -> new Hop.End(ok(response, request, permanentUrl));
            case 304 -> new Hop.End(new Answer.NotModified(facts(response), permanentUrl));
            case 301, 308 -> onward(response, true);
            case 302, 303, 307 -> onward(response, false);
            default -> new Hop.End(new Answer.HttpError(response.code(), retryAfter(response)));
        };
    }

    /** @param maxBytes so many of the body are taken */
    Reply reply(Response response, int maxBytes) throws IOException {
        ResponseBody body = response.body();
        byte[] beginning = body.byteStream().readNBytes(maxBytes);
        return new Reply.Came(
                response.code(),
                response.headers().toMultimap(),
                content(beginning, body.contentType(), response.header("Content-Type")),
                retryAfter(response));
    }

    private Answer ok(Response response, Request request, @Nullable String permanentUrl) throws IOException {
        ResponseBody body = response.body();
        int maxBytes = request.maxBytes();
        if (!request.beginningOnly() && body.contentLength() > maxBytes) {
            return new Answer.TooLarge(maxBytes);
        }
        byte[] bytes = body.byteStream().readNBytes(request.beginningOnly() ? maxBytes : maxBytes + 1);
        if (bytes.length > maxBytes) {
            return new Answer.TooLarge(maxBytes);
        }
        return new Answer.Ok(
                content(bytes, body.contentType(), response.header("Content-Type")),
                facts(response),
                response.request().url().toString(),
                permanentUrl);
    }

    private static Content content(byte[] bytes, @Nullable MediaType type, @Nullable String declared) {
        if (type == null) {
            return new Content(bytes, null, CharsetParameter.of(declared));
        }
        Charset known = type.charset(null);
        return new Content(
                bytes,
                type.type() + "/" + type.subtype(),
                known != null ? known.name() : CharsetParameter.of(declared));
    }

    private Hop onward(Response response, boolean forGood) {
        String location = response.header("Location");
        if (location == null) {
            return new Hop.End(new Answer.HttpError(response.code(), retryAfter(response)));
        }
        HttpUrl next = response.request().url().resolve(location);
        if (next == null) {
            return new Hop.End(new Answer.Refused("a redirect leads to something that is not http or https"));
        }
        return new Hop.Onward(next, forGood);
    }

    private ResponseFacts facts(Response response) {
        return new ResponseFacts(
                response.header("ETag"),
                response.header("Last-Modified"),
                freshFor(response),
                response.header("Content-Language"),
                response.headers("Link"));
    }

    /** Of several wishes the one that is meant for us before the one for caches on the way: RFC 9111, 4.2.1. */
    private @Nullable Duration freshFor(Response response) {
        CacheControl wish = response.cacheControl();
        if (wish.maxAgeSeconds() >= 0) {
            return Duration.ofSeconds(wish.maxAgeSeconds());
        }
        if (wish.noCache() || wish.noStore()) {
            return null;
        }
        return wish.sMaxAgeSeconds() >= 0
                ? Duration.ofSeconds(wish.sMaxAgeSeconds())
                : between(
                        response.headers().getInstant("Date"),
                        response.headers().getInstant("Expires"));
    }

    /** @param sent absent when the publisher's clock is not known */
    private @Nullable Duration between(@Nullable Instant sent, @Nullable Instant expires) {
        if (expires == null) {
            return null;
        }
        Duration fresh = Duration.between(sent == null ? clock.instant() : sent, expires);
        return fresh.isNegative() ? Duration.ZERO : fresh;
    }

    private @Nullable Duration retryAfter(Response response) {
        String value = response.header("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from);
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
