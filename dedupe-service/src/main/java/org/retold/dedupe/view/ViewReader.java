package org.retold.dedupe.view;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** Reads what {@link ViewWriter} wrote. Another format is refused: its articles are read anew. Used once. */
final class ViewReader {

    private final ByteBuffer in;

    ViewReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    View read() {
        try {
            int format = in.get();
            if (format != ViewWriter.FORMAT) {
                throw new IllegalArgumentException("a view of format %d, not %d".formatted(format, ViewWriter.FORMAT));
            }
            ViewParts parts = new ViewParts();
            parts.articleId = text();
            parts.revision = text();
            parts.language = text();
            parts.credits = credits();
            parts.published = published();
            parts.words = number();
            parts.agencies = number();
            terms(parts);
            parts.sequence = numbers();
            sentences(parts);
            parts.quotes = numbers();
            parts.shingles = new short[count()];
            in.asShortBuffer().get(parts.shingles);
            return new View(parts);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a view that ends early, after %d bytes".formatted(in.limit()), e);
        }
    }

    private void terms(ViewParts parts) {
        int count = count();
        parts.hashes = new int[count];
        in.asIntBuffer().get(parts.hashes);
        in.position(in.position() + count * Integer.BYTES);
        parts.weights = new byte[count];
        in.get(parts.weights);
        parts.kinds = new byte[count];
        parts.cognates = new int[count];
        parts.surfaceEnds = new short[count];
        int surfaces = 0;
        for (int i = 0; i < count; i++) {
            int flags = in.get();
            parts.kinds[i] = (byte) (flags & 7);
            if ((flags & ViewWriter.HAS_SURFACE) != 0) {
                surfaces += in.get();
            }
            parts.surfaceEnds[i] = (short) surfaces;
            if ((flags & ViewWriter.HAS_COGNATE) != 0) {
                parts.cognates[i] = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
            }
        }
        parts.surfaces = text();
    }

    private void sentences(ViewParts parts) {
        int count = count();
        parts.sentenceEnds = new short[count];
        parts.sentenceParagraphs = new int[count];
        parts.sentenceFrom = new int[count];
        parts.sentenceTo = new int[count];
        int position = 0;
        for (int i = 0; i < count; i++) {
            position += number();
            parts.sentenceEnds[i] = (short) position;
            parts.sentenceParagraphs[i] = number() - 1;
            parts.sentenceFrom[i] = number();
            parts.sentenceTo[i] = parts.sentenceFrom[i] + number();
        }
    }

    private Credits credits() {
        List<String> agencies = texts();
        List<String> reporters = texts();
        List<String> via = texts();
        List<String> date = texts();
        int sources = number();
        return new Credits(
                agencies,
                reporters,
                via.isEmpty() ? null : via.getFirst(),
                date.isEmpty() ? null : date.getFirst(),
                sources == 0 ? null : sources - 1);
    }

    private @Nullable Published published() {
        if (in.get() == 0) {
            return null;
        }
        return new Published(
                Instant.ofEpochSecond(in.getLong(), number()),
                Published.Precision.valueOf(text()),
                Published.Source.valueOf(text()));
    }

    private List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        int length = count();
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private short[] numbers() {
        short[] numbers = new short[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) number();
        }
        return numbers;
    }

    /** How many follow, each of a byte at least. */
    private int count() {
        int count = number();
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = in.get();
            value |= (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a view with a number without an end");
    }
}
