package org.retold.teststack.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Inputs of one kind, a file each in {@code src/test/resources/fuzz/KIND} of a module, of which damaged ones are made. What
 * breaks a reader is kept in {@code target/fuzz/KIND}; put among the others, it is read again in every run.
 */
public final class Corpus {

    private static final Path FILES = Path.of("src", "test", "resources", "fuzz");
    private static final Path BROKE = Path.of("target", "fuzz");

    private final String kind;
    private final List<byte[]> inputs;

    private Corpus(String kind, List<byte[]> inputs) {
        this.kind = kind;
        this.inputs = inputs;
    }

    /**
     * @param more inputs that no file holds
     * @throws UncheckedIOException if there is no such folder
     * @throws IllegalArgumentException if there is no input at all
     */
    public static Corpus of(String kind, byte[]... more) {
        try (Stream<Path> files = Files.list(FILES.resolve(kind))) {
            List<byte[]> inputs = new ArrayList<>(Arrays.asList(more));
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException("there is nothing in " + FILES.resolve(kind));
            }
            return new Corpus(kind, List.copyOf(inputs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As they are, at least one. */
    public List<byte[]> inputs() {
        return inputs;
    }

    /** Others in each run; jqwik tells the seed of those that break something. */
    public Arbitrary<byte[]> damaged(Mutations mutations) {
        return Arbitraries.of(inputs)
                .flatMap(original -> Arbitraries.randomValue(random -> mutations.of(random, original)));
    }

    /** What is read, {@linkplain Bounds within bounds}; input on which that fails is kept. */
    public <T> T read(byte[] input, ThrowingSupplier<T> reading) {
        try {
            return Bounds.within(input.length, reading);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("this input is kept in " + kept(input), e);
        }
    }

    private Path kept(byte[] input) {
        try {
            Path file = Files.createDirectories(BROKE.resolve(kind))
                    .resolve(HexFormat.of().toHexDigits(Arrays.hashCode(input)));
            return Files.write(file, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
