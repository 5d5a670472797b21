package org.retold.normalize.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "déjà",
                "Le président élu à Besançon",
                "L’été fut « très chaud » — 30 °C et 5 €…",
                "Größere Brücke über den Fluß",
                "El señor Muñoz pidió: ¿qué más?",
                "Perché è così",
                "Łódź: więcej pytań",
                "Президент приехал",
                "Œuvre à l’Île-d’Yeu",
            })
    void whatWasReadWronglyOnceOrTwiceOrThriceIsRepaired(String text) {
        String latin = new String(text.getBytes(UTF_8), ISO_8859_1);
        String twice = new String(latin.getBytes(UTF_8), ISO_8859_1);
        String thrice = new String(twice.getBytes(UTF_8), ISO_8859_1);

        assertThat(Mojibake.repaired(latin)).isEqualTo(text);
        assertThat(Mojibake.repaired(twice)).isEqualTo(text);
        assertThat(Mojibake.repaired(thrice)).isEqualTo(text);
        assertThat(Mojibake.repaired(asWindows(text))).isEqualTo(text);
        assertThat(Mojibake.repaired(asWindows(asWindows(text)))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "« LIBERTÉ » et «ÉGALITÉ» à São Paulo, Ã no",
                "„Die SPÄ“ und “A IRMÔ, dit «É»",
                "CAFÉ® et NESCAFÉ™ — l’«Â» des Anciens",
                "C’est «raté»… «fini»… «gagné»…",
                "A REVOLUÇÃO NÃO PAROU, A NAÇÃO TAMBÉM NÃO",
                "Ñandú, ÑU–ÑA",
                "naïve – ça, l’œuvre à l’Île",
                "国会は法案を可決した",
            })
    void soundTextIsLeftAlone(String text) {
        assertThat(Mojibake.repaired(text)).isEqualTo(text);
        assertThat(Mojibake.hasLostLetters(text)).isFalse();
    }

    @Test
    void oneDamagedLetterInALongTextIsRepairedToo() {
        String sound = "Le conseil a voté la réouverture de la ligne où l’été fut chaud. ".repeat(20);

        assertThat(Mojibake.repaired(sound + "Le prÃ©sident.")).isEqualTo(sound + "Le président.");
    }

    @Test
    void whatIsCertainInOneTextDecidesWhatIsDoubtfulInAnother() {
        assertThat(Mojibake.repaired(List.of("Le prÃ©sident", "Retour Ã la normale, dit-il Â")))
                .containsExactly("Le président", "Retour à la normale, dit-il ");
        assertThat(Mojibake.repaired(List.of("Le président", "Ã no"))).containsExactly("Le président", "Ã no");
    }

    @Test
    void controlsAreSignsOfWindows1252() {
        assertThat(Mojibake.repaired("l\u0092\u00e9t\u00e9 \u0096 5 \u0080")).isEqualTo("l’été – 5 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Le pr\ufffdsident", "vot\ufffd \ufffd Paris", "Le prÃ?sident", "prÃsident", "l\u0081a"})
    void lettersThatAreGoneAreSeen(String text) {
        assertThat(Mojibake.hasLostLetters(Mojibake.repaired(text))).isTrue();
    }

    /** As browsers read it: the five bytes that windows-1252 leaves open are controls. */
    private static String asWindows(String text) {
        StringBuilder read = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            char c = new String(new byte[] {b}, WINDOWS_1252).charAt(0);
            read.append(c == '\ufffd' ? (char) (b & 0xff) : c);
        }
        return read.toString();
    }
}
