package org.retold.normalize.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlausibilityTest {

    @Property(tries = 2_000)
    void whatIsSoundAtAGlanceNeedsNoRepair(@ForAll("pieces") String text) {
        if (Plausibility.isSound(text.getBytes(UTF_8))) {
            assertThat(Mojibake.repairedPage(text)).isEqualTo(text);
            assertThat(text).doesNotContain("\ufffd").doesNotContainPattern("[\\u0000-\\u0008\\u0080-\\u009f]");
        }
    }

    @Example
    void ordinaryTextIsSoundAndDamagedTextIsNot() {
        assertThat(Plausibility.isSound("L’été où Ünal fut élu à Łódź — выборы".getBytes(UTF_8)))
                .isTrue();
        assertThat(Plausibility.isSound("lâ€™Ã©tÃ©".getBytes(UTF_8))).isFalse();
        assertThat(Plausibility.isSound("l\ufffdté".getBytes(UTF_8))).isFalse();
        assertThat(Plausibility.isSound("l\u0092été".getBytes(UTF_8))).isFalse();
        assertThat(Plausibility.isSound("a\u0000b".getBytes(UTF_8))).isFalse();
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "e", " ", "é", "Ã", "©", "Â", "â", "€", "™", "\u00a0", "\u0092", "\ufffd", "\u0001", "ß", "Œ",
                        "д", "中", "😀", "\ufeff", "»", "\n", "à", "ö")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }
}
