package org.retold.benchmarks.retelling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.retold.benchmarks.score.Checkout;

/**
 * Packs the document frequencies of words per language into the resources that views ship with: the number of documents
 * on the first line, then {@code word TAB documents}, by word. The same counts give the same bytes.
 */
public final class BuildFrequencies {

    private static final List<String> LANGUAGES = List.of("fr", "en", "de", "es", "it");

    private BuildFrequencies() {}

    public static void main(String[] arguments) throws IOException {
        Path shared = Checkout.shared();
        Path resources = Checkout.root().resolve("dedupe-service/src/main/resources/org/retold/dedupe/view");
        for (String language : LANGUAGES) {
            Path counts = shared.resolve("background").resolve(language + ".tsv");
            byte[] packed = pack(Files.readAllLines(counts));
            Files.write(resources.resolve("frequencies-%s.gz".formatted(language)), packed);
            System.out.printf("%s: %d bytes%n", language, packed.length);
        }
    }

    private static byte[] pack(List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Packed out = new Packed(bytes)) {
            out.write((lines.getFirst().replaceAll("\\D", "") + "\n").getBytes(StandardCharsets.UTF_8));
            for (String line : lines.subList(1, lines.size()).stream().sorted().toList()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** GZIP at its smallest. */
    private static final class Packed extends GZIPOutputStream {
        Packed(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
