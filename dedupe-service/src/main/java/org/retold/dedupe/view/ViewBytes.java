package org.retold.dedupe.view;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** The compact form of a view. The first byte is its format; another format is refused, its articles are read anew. */
final class ViewBytes {

    static final int FORMAT = 1;

    private ViewBytes() {}

    static byte[] write(View view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(view.articleId());
            out.writeUTF(view.revision());
            out.writeUTF(view.language());
            credits(out, view.credits());
            published(out, view.published());
            number(out, view.words);
            out.writeInt(view.agencies);
            terms(out, view);
            number(out, view.sequence.length);
            for (short term : view.sequence) {
                number(out, term);
            }
            sentences(out, view);
            number(out, view.quotes.length);
            for (short position : view.quotes) {
                number(out, position);
            }
            number(out, view.shingles.length);
            for (short bin : view.shingles) {
                out.writeShort(bin);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static View read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readUnsignedByte();
            if (format != FORMAT) {
                throw new IllegalArgumentException("a view of format %d, not %d".formatted(format, FORMAT));
            }
            ViewParts parts = new ViewParts();
            parts.articleId = in.readUTF();
            parts.revision = in.readUTF();
            parts.language = in.readUTF();
            parts.credits = credits(in);
            parts.published = published(in);
            parts.words = number(in);
            parts.agencies = in.readInt();
            terms(in, parts);
            parts.sequence = new short[number(in)];
            for (int i = 0; i < parts.sequence.length; i++) {
                parts.sequence[i] = (short) number(in);
            }
            sentences(in, parts);
            parts.quotes = new short[number(in)];
            for (int i = 0; i < parts.quotes.length; i++) {
                parts.quotes[i] = (short) number(in);
            }
            parts.shingles = new short[number(in)];
            for (int i = 0; i < parts.shingles.length; i++) {
                parts.shingles[i] = in.readShort();
            }
            return new View(parts);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a view: " + e, e);
        }
    }

    private static void terms(DataOutputStream out, View view) throws IOException {
        int count = view.hashes.length;
        number(out, count);
        for (int hash : view.hashes) {
            out.writeInt(hash);
        }
        out.write(view.weights);
        for (int i = 0; i < count; i++) {
            String surface = view.surfaces[i];
            boolean cognate = view.cognates[i] != 0;
            out.writeByte(view.kinds[i] | (surface == null ? 0 : 8) | (cognate ? 16 : 0));
            if (surface != null) {
                out.writeUTF(surface);
            }
            if (cognate) {
                out.writeByte(view.cognates[i] >>> 16);
                out.writeShort(view.cognates[i]);
            }
        }
    }

    private static void terms(DataInputStream in, ViewParts parts) throws IOException {
        int count = number(in);
        parts.hashes = new int[count];
        for (int i = 0; i < count; i++) {
            parts.hashes[i] = in.readInt();
        }
        parts.weights = in.readNBytes(count);
        parts.kinds = new byte[count];
        parts.surfaces = new @Nullable String[count];
        parts.cognates = new int[count];
        for (int i = 0; i < count; i++) {
            int flags = in.readUnsignedByte();
            parts.kinds[i] = (byte) (flags & 7);
            if ((flags & 8) != 0) {
                parts.surfaces[i] = in.readUTF();
            }
            if ((flags & 16) != 0) {
                parts.cognates[i] = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            }
        }
    }

    private static void sentences(DataOutputStream out, View view) throws IOException {
        number(out, view.sentences());
        for (int i = 0; i < view.sentences(); i++) {
            number(out, view.sentenceEnd(i) - view.sentenceStart(i));
            number(out, view.sentenceParagraphs[i] + 1);
            number(out, view.sentenceFrom[i]);
            number(out, view.sentenceTo[i] - view.sentenceFrom[i]);
        }
    }

    private static void sentences(DataInputStream in, ViewParts parts) throws IOException {
        int count = number(in);
        parts.sentenceEnds = new short[count];
        parts.sentenceParagraphs = new short[count];
        parts.sentenceFrom = new int[count];
        parts.sentenceTo = new int[count];
        int position = 0;
        for (int i = 0; i < count; i++) {
            position += number(in);
            parts.sentenceEnds[i] = (short) position;
            parts.sentenceParagraphs[i] = (short) (number(in) - 1);
            parts.sentenceFrom[i] = number(in);
            parts.sentenceTo[i] = parts.sentenceFrom[i] + number(in);
        }
    }

    private static void credits(DataOutputStream out, Credits credits) throws IOException {
        texts(out, credits.agencies());
        texts(out, credits.reporters());
        texts(out, credits.via() == null ? List.of() : List.of(credits.via()));
        texts(out, credits.exclusiveDate() == null ? List.of() : List.of(credits.exclusiveDate()));
        number(out, credits.sources() == null ? 0 : credits.sources() + 1);
    }

    private static Credits credits(DataInputStream in) throws IOException {
        List<String> agencies = texts(in);
        List<String> reporters = texts(in);
        List<String> via = texts(in);
        List<String> date = texts(in);
        int sources = number(in);
        return new Credits(
                agencies,
                reporters,
                via.isEmpty() ? null : via.getFirst(),
                date.isEmpty() ? null : date.getFirst(),
                sources == 0 ? null : sources - 1);
    }

    private static void published(DataOutputStream out, @Nullable Published published) throws IOException {
        out.writeByte(published == null ? 0 : 1);
        if (published != null) {
            out.writeUTF(published.at().toString());
            out.writeUTF(published.precision().name());
            out.writeUTF(published.source().name());
        }
    }

    private static @Nullable Published published(DataInputStream in) throws IOException {
        if (in.readByte() == 0) {
            return null;
        }
        return new Published(
                Instant.parse(in.readUTF()),
                Published.Precision.valueOf(in.readUTF()),
                Published.Source.valueOf(in.readUTF()));
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        number(out, texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = number(in);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    /** Seven bits a byte, the least first. */
    private static void number(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IOException("a number without an end");
    }
}
