package org.retold.dedupe.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

class SketchesTest {

    private final Sketches sketches = new Sketches();

    private static View view(String language, String text) {
        return Views.shipped().of("id", "1", "", List.of(text), language, Credits.NONE, null);
    }

    private static long common(Sketch a, Sketch b) {
        long common = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                common += a.key(i) == b.key(j) ? 1 : 0;
            }
        }
        return common;
    }

    private static final String ENGLISH = "On Sept. 12 the envoy Otar Gelashi told Nino Barateli in Muscat that 1,900"
            + " prisoners and the bridge at Tolna were part of the offer, which Kesht rejected.";
    private static final String FRENCH =
            "Le 12 septembre, l'émissaire Otar Guelachi a dit à Nino Barateli à Mascate que"
                    + " 1 900 prisonniers et le pont de Tolna faisaient partie de l'offre, que Kesht a repoussée.";

    @Test
    void theSameTextHasTheSameSketch() {
        View view = view("en", ENGLISH);

        assertThat(sketches.of(View.read(view.bytes()))).isEqualTo(new Sketches().of(view));
    }

    @Test
    void aTranslationSharesKeys() {
        long common = common(sketches.of(view("en", ENGLISH)), sketches.of(view("fr", FRENCH)));

        assertThat(common).isGreaterThan(3);
    }

    @Test
    void anotherTextSharesNone() {
        View other = view(
                "en",
                "The orchestra of Lindholm opened its season with a forgotten symphony by Vera Castellan, played"
                        + " in a former shipyard before an audience of 2,300 listeners.");

        assertThat(common(sketches.of(view("en", ENGLISH)), sketches.of(other))).isZero();
    }

    @Test
    void aTextThatIsTooShortHasNoKeys() {
        assertThat(sketches.of(view("en", "Nothing new.")).size()).isZero();
    }
}
