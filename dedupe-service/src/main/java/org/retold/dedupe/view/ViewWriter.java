package org.retold.dedupe.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** Writes the compact form of a view, which {@link ViewReader} reads. Used once. */
final class ViewWriter {

    /** The first byte: changes with anything that is written otherwise. */
    static final int FORMAT = 2;

    static final int HAS_SURFACE = 8;
    static final int HAS_COGNATE = 16;

    private byte[] bytes = new byte[4096];
    private int size;

    byte[] write(View view) {
        put(FORMAT);
        text(view.articleId());
        text(view.revision());
        text(view.language());
        credits(view.credits());
        published(view.published());
        number(view.words);
        number(view.agencies);
        terms(view);
        numbers(view.sequence);
        sentences(view);
        numbers(view.quotes);
        number(view.shingles.length);
        room(2 * view.shingles.length).asShortBuffer().put(view.shingles);
        size += 2 * view.shingles.length;
        return Arrays.copyOf(bytes, size);
    }

    private void terms(View view) {
        int count = view.hashes.length;
        number(count);
        room(4 * count).asIntBuffer().put(view.hashes);
        size += 4 * count;
        room(count).put(view.weights);
        size += count;
        for (int i = 0; i < count; i++) {
            int surface = view.surfaceEnds[i] - view.surfaceStart(i);
            int cognate = view.cognates[i];
            put(view.kinds[i] | (surface > 0 ? HAS_SURFACE : 0) | (cognate != 0 ? HAS_COGNATE : 0));
            if (surface > 0) {
                put(surface);
            }
            if (cognate != 0) {
                put(cognate >>> 16);
                put(cognate >>> 8);
                put(cognate);
            }
        }
        text(view.surfaces);
    }

    private void sentences(View view) {
        number(view.sentences());
        for (int i = 0; i < view.sentences(); i++) {
            number(view.sentenceEnd(i) - view.sentenceStart(i));
            number(view.sentenceParagraphs[i] + 1);
            number(view.sentenceFrom[i]);
            number(view.sentenceTo[i] - view.sentenceFrom[i]);
        }
    }

    private void credits(Credits credits) {
        texts(credits.agencies());
        texts(credits.reporters());
        texts(credits.via() == null ? List.of() : List.of(credits.via()));
        texts(credits.exclusiveDate() == null ? List.of() : List.of(credits.exclusiveDate()));
        number(credits.sources() == null ? 0 : credits.sources() + 1);
    }

    private void published(@Nullable Published published) {
        put(published == null ? 0 : 1);
        if (published != null) {
            Instant at = published.at();
            room(Long.BYTES).putLong(at.getEpochSecond());
            size += Long.BYTES;
            number(at.getNano());
            text(published.precision().name());
            text(published.source().name());
        }
    }

    private void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length).put(encoded);
        size += encoded.length;
    }

    private void numbers(short[] values) {
        number(values.length);
        for (short value : values) {
            number(value);
        }
    }

    /** Seven bits a byte, the least first. */
    private void number(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            put((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    private void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    /** Where so many bytes more can be written. */
    private ByteBuffer room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
        return ByteBuffer.wrap(bytes, size, more);
    }
}
