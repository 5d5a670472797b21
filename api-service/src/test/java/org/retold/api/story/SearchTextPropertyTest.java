package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is quick is what a regular expression and the tables of Unicode say. */
class SearchTextPropertyTest {

    private static final Pattern ELISION = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|dell|nell|sull|all|un)'(?=\\p{L})");

    /** Over the plain letters that elisions are made of nothing else is done. */
    @Property
    void elisionsAreTakenOut(@ForAll("elisions") String text) {
        assertThat(SearchText.fold(text)).isEqualTo(ELISION.matcher(text).replaceAll(""));
    }

    @Provide
    Arbitrary<String> elisions() {
        return Arbitraries.of(
                        "l",
                        "d",
                        "qu",
                        "jusqu",
                        "all",
                        "un",
                        "x",
                        "'",
                        "'",
                        " ",
                        "-",
                        "7",
                        "\u00bd",
                        "\u216b",
                        "eau",
                        "\ud835\udd00")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces))
                .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFKD));
    }

    @Property
    void lettersLoseTheMarksThatDoNotTellThemApart(@ForAll("marked") String text) {
        StringBuilder expected = new StringBuilder();
        boolean strip = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                expected.append(strip ? "" : String.valueOf(c));
            } else {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                strip = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
                expected.append(c);
            }
        }
        assertThat(SearchText.fold(text)).isEqualTo(Normalizer.normalize(expected, Normalizer.Form.NFC));
    }

    /** Decomposed, and in lower case. */
    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.of(
                        'a', 'z', '7', '-', ' ', '\u0300', '\u0301', '\u0308', '\u0434', '\u0438', '\u03b1', '\u05d0',
                        '\u00b6')
                .list()
                .ofMaxSize(12)
                .map(letters -> letters.stream().map(String::valueOf).reduce("", String::concat))
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD));
    }
}
