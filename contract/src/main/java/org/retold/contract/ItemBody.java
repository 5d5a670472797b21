package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The raw bytes of an item, exactly as they came.
 *
 * @param origin where they came from
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param charset as declared by the transport; absent when it said nothing
 * @param pageUrl where the page was found after redirects; absent for feed content and pushes
 * @param data base64 of the gzipped bytes
 */
public record ItemBody(
        Origin origin,
        String mediaType,
        @Nullable String charset,
        @Nullable String pageUrl,
        String data) {

    /** Largest body in bytes, before compression: 1 MiB. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Where a body came from. */
    public enum Origin {
        /** The full text that the feed carries. */
        @JsonProperty("feed-content")
        FEED_CONTENT,
        /** Only an introduction: the feed has no more, and the page could not be had. */
        @JsonProperty("feed-introduction")
        FEED_INTRODUCTION,
        /** The page that the item links to. */
        @JsonProperty("page")
        PAGE,
        /** A push import. */
        @JsonProperty("push")
        PUSH,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public ItemBody {
        Required.present(origin, "origin");
        Required.text(mediaType, "mediaType");
        Required.present(data, "data");
    }

    /** @throws IllegalArgumentException when there are more than {@link #MAX_BYTES} bytes */
    public static ItemBody of(
            Origin origin, String mediaType, @Nullable String charset, @Nullable String pageUrl, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "body of %d bytes exceeds the %d that an item takes".formatted(bytes.length, MAX_BYTES));
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ItemBody(
                origin, mediaType, charset, pageUrl, Base64.getEncoder().encodeToString(compressed.toByteArray()));
    }

    /**
     * The raw bytes.
     *
     * @throws IllegalArgumentException when {@code data} is not base64 of gzip, or unpacks to more than
     *     {@link #MAX_BYTES}
     */
    public byte[] bytes() {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
            byte[] bytes = gzip.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("body unpacks to more than %d bytes".formatted(MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalArgumentException("body is not gzip: " + e.getMessage(), e);
        }
    }
}
