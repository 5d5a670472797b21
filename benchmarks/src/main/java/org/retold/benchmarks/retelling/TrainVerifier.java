package org.retold.benchmarks.retelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.retold.benchmarks.score.Checkout;
import org.retold.contract.Json;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Model;

/**
 * Trains the verifier on all corpora beside the checkout and writes the model resource that ships with the dedupe
 * service. The same corpora and code give the same bytes.
 */
public final class TrainVerifier {

    private TrainVerifier() {}

    public static void main(String[] arguments) throws IOException {
        List<LabelledStream> streams = Streams.all();
        String version = "%s.%d".formatted(Sketches.VERSION, Streams.MODEL);
        Model model = new Training(streams, Streams.IMPORTANCE).train(version, (stream, article) -> false);
        Path resource =
                Checkout.root().resolve("dedupe-service/src/main/resources/org/retold/dedupe/verify/model.json");
        Files.writeString(resource, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(model) + "\n");
        System.out.printf("%s: version %s, %s%n", resource, version, model.clustering());
        for (Model.Feature feature : model.features()) {
            System.out.printf("%14s %+.3f%n", feature.name(), feature.weight());
        }
    }
}
