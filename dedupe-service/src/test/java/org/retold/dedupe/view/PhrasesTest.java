package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;

class PhrasesTest {

    private final Views views = Views.shipped();

    @Test
    void aTextHasAllPhrasesOfItself() {
        View view = view("Divers recovered bronze bells from the sunken ferry near Lindholm harbour");

        assertThat(view.phrases().sharedWith(view.phrases())).isEqualTo(1);
    }

    @Test
    void theSameWordsInAnotherOrderShareNoPhrase() {
        View one = view("Divers recovered bronze bells.");
        View other = view("Bells, bronze, recovered: divers!");

        assertThat(one.phrases().sharedWith(other.phrases())).isZero();
    }

    @Test
    void theShorterTextSaysHowManyThereCouldBe() {
        View cut = view("Divers recovered bronze bells");
        View whole = view("Divers recovered bronze bells from the sunken ferry near Lindholm harbour");

        assertThat(cut.phrases().sharedWith(whole.phrases())).isEqualTo(1);
        assertThat(whole.phrases().sharedWith(cut.phrases())).isEqualTo(1, within(0.0));
    }

    @Test
    void whereThereIsNoPhraseNoneIsShared() {
        assertThat(view("Bells").phrases().sharedWith(view("Bells").phrases())).isZero();
    }

    private View view(String sentence) {
        return views.of("a", "1", "", List.of(sentence), "en", Credits.NONE, null);
    }
}
