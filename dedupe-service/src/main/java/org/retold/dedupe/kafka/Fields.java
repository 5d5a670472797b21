package org.retold.dedupe.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;

/** Fields of internal records, as bytes: what is read for every article, many times, is not JSON. */
final class Fields {

    private Fields() {}

    /** Writes one of several. */
    @FunctionalInterface
    interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    /** Reads what {@link Writer} wrote. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteBuffer in);
    }

    static <T> void list(DataOutputStream out, List<T> values, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    static <T> List<T> list(ByteBuffer in, Reader<T> reader) {
        int size = in.getInt();
        List<T> values = new ArrayList<>(Math.min(size, 1024));
        for (int n = 0; n < size; n++) {
            values.add(reader.read(in));
        }
        return values;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        Versioned.block(out, text.getBytes(UTF_8));
    }

    static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    /** By its name: the order of an enum's values means nothing. */
    static void name(DataOutputStream out, Enum<?> value) throws IOException {
        text(out, value.name());
    }

    static <E extends Enum<E>> E name(ByteBuffer in, Class<E> type) {
        return Enum.valueOf(type, text(in));
    }

    static void texts(DataOutputStream out, List<String> texts) throws IOException {
        list(out, texts, Fields::text);
    }

    static List<String> texts(ByteBuffer in) {
        return list(in, Fields::text);
    }

    static <T> void optional(DataOutputStream out, @Nullable T value, Writer<T> writer) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(out, value);
        }
    }

    static <T> @Nullable T optional(ByteBuffer in, Reader<T> reader) {
        return in.get() != 0 ? reader.read(in) : null;
    }

    static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static Instant instant(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    static void arrival(DataOutputStream out, Arrival arrival) throws IOException {
        out.writeLong(arrival.offset());
        instant(out, arrival.time());
    }

    static Arrival arrival(ByteBuffer in) {
        return new Arrival(in.getLong(), instant(in));
    }

    static void reference(DataOutputStream out, Reference reference) throws IOException {
        text(out, reference.id());
        text(out, reference.revision());
        name(out, reference.completeness());
        text(out, reference.url());
        optional(out, reference.externalId(), Fields::text);
        text(out, reference.publisher().host());
        text(out, reference.publisher().name());
        text(out, reference.title());
        optional(out, reference.published(), Fields::published);
        text(out, reference.language());
        credits(out, reference.credits());
        out.writeInt(reference.words());
    }

    static Reference reference(ByteBuffer in) {
        return new Reference(
                text(in),
                text(in),
                name(in, Completeness.class),
                text(in),
                optional(in, Fields::text),
                new Publisher(text(in), text(in)),
                text(in),
                optional(in, Fields::published),
                text(in),
                credits(in),
                in.getInt());
    }

    private static void published(DataOutputStream out, Published published) throws IOException {
        instant(out, published.at());
        name(out, published.precision());
        name(out, published.source());
    }

    private static Published published(ByteBuffer in) {
        return new Published(instant(in), name(in, Published.Precision.class), name(in, Published.Source.class));
    }

    private static void credits(DataOutputStream out, Credits credits) throws IOException {
        texts(out, credits.agencies());
        texts(out, credits.reporters());
        optional(out, credits.via(), Fields::text);
        optional(out, credits.exclusiveDate(), Fields::text);
        optional(out, credits.sources(), DataOutputStream::writeInt);
    }

    private static Credits credits(ByteBuffer in) {
        return new Credits(
                texts(in),
                texts(in),
                optional(in, Fields::text),
                optional(in, Fields::text),
                optional(in, ByteBuffer::getInt));
    }
}
