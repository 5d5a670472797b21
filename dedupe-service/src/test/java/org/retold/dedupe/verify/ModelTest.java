package org.retold.dedupe.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.sketch.Sketches;

class ModelTest {

    @Test
    void theShippedModelFitsThisVersion() {
        Model model = Model.shipped();

        assertThat(model.version()).startsWith(Sketches.VERSION + ".");
        assertThat(model.features()).extracting(Model.Feature::name).isEqualTo(Features.NAMES);
        assertThat(model.clustering().joinAt()).isBetween(0.2, 0.9);
    }

    @Test
    void weightsKeepTheSignsOfTheirFeatures() {
        List<Model.Feature> features = Model.shipped().features();

        for (int i = 0; i < features.size(); i++) {
            assertThat(features.get(i).weight() * Features.sign(i))
                    .as(features.get(i).name())
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void aModelOfOtherFeaturesIsRefused() {
        List<Model.Feature> one = List.of(new Model.Feature("surprise", 0, 1, 1));

        assertThatThrownBy(() -> new Model("1", one, 0, 1, 0, new Clustering(0.5, 0.5, 0.9, 0.9, 0.5, 4, 0.05)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surprise");
    }
}
