package org.retold.dedupe.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;

/** Internal records: a version byte, then whatever that version says. */
final class Versioned {

    private Versioned() {}

    /** Writes the fields after the version byte. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads what {@link Writer} wrote. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteBuffer in);
    }

    static <T> Serde<T> json(int version, Class<T> type) {
        return binary(version, (value, out) -> out.write(bytes(value)), in -> read(type, rest(in)));
    }

    static <T> Serde<T> binary(int version, Writer<T> writer, Reader<T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : written(version, value, writer),
                (topic, bytes) -> bytes == null ? null : read(version, bytes, topic, reader));
    }

    static byte[] bytes(Object value) {
        return Objects.requireNonNull(Json.write(value));
    }

    static <T> T read(Class<T> type, byte[] bytes) {
        return Objects.requireNonNull(Json.read(type, bytes));
    }

    static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }

    private static <T> byte[] written(int version, T value, Writer<T> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            writer.write(value, out);
        } catch (IOException e) {
            throw new SerializationException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(int version, byte[] bytes, @Nullable String topic, Reader<T> reader) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int found = in.get();
            if (found != version) {
                throw new SerializationException(
                        "%s holds records of version %d, this service knows %d".formatted(topic, found, version));
            }
            return reader.read(in);
        } catch (BufferUnderflowException e) {
            throw new SerializationException("a record of %s is cut short".formatted(topic), e);
        }
    }
}
