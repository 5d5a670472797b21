package org.retold.dedupe.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.retold.contract.Json;

/**
 * A logistic model over {@link Features}, calibrated, with the clustering that was validated with it; read from a
 * versioned resource that the training command writes.
 *
 * @param version changes with every training
 * @param features one for each of {@link Features#NAMES}, in that order
 * @param intercept log-odds of a pair whose features are all at their means
 * @param slope calibration: by what the log-odds are multiplied
 * @param offset calibration: what is added to them then
 */
public record Model(
        String version, List<Feature> features, double intercept, double slope, double offset, Clustering clustering) {

    public Model {
        features = List.copyOf(features);
        Objects.requireNonNull(clustering, "clustering");
        List<String> names = features.stream().map(Feature::name).toList();
        if (!names.equals(Features.NAMES)) {
            throw new IllegalArgumentException("a model of features %s, not %s".formatted(names, Features.NAMES));
        }
    }

    /**
     * One feature's part.
     *
     * @param mean of the feature over the training pairs
     * @param scale its standard deviation there
     * @param weight log-odds per standard deviation
     */
    public record Feature(String name, double mean, double scale, double weight) {

        public Feature {
            if (!(scale > 0)) {
                throw new IllegalArgumentException("scale of %s must be positive, not %s".formatted(name, scale));
            }
        }
    }

    /** Read when it is first asked for: training does not need one. */
    private static final class Shipped {
        static final Model MODEL = read("model.json");
    }

    /** The model that ships with this version. */
    public static Model shipped() {
        return Shipped.MODEL;
    }

    /** @return the calibrated probability of a pair with these features, 0 to 1 */
    public double probability(double[] values) {
        double sum = intercept;
        for (int i = 0; i < values.length; i++) {
            Feature feature = features.get(i);
            sum += feature.weight() * (values[i] - feature.mean()) / feature.scale();
        }
        return 1 / (1 + Math.exp(-(slope * sum + offset)));
    }

    private static Model read(String resource) {
        try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream(resource), resource)) {
            return Objects.requireNonNull(Json.read(Model.class, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
