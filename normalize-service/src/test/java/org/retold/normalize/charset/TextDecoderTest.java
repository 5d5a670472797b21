package org.retold.normalize.charset;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.normalize.charset.Decoding.Decoded;
import org.retold.normalize.charset.Decoding.Unreadable;

class TextDecoderTest {

    private static final String FRENCH =
            "Le président a été élu à Besançon, où l’été fut très chaud ; « c’était prévu », dit-on à l’Élysée.";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-8, ISO-8859-1",
        "UTF-8,",
        "windows-1252, ISO-8859-1",
        "windows-1252, windows-1252",
        "windows-1252, UTF-8",
        "windows-1252,",
        "windows-1252, no-such-charset"
    })
    void frenchIsReadWhateverWasDeclared(String written, @Nullable String declared) {
        byte[] bytes = FRENCH.getBytes(Charset.forName(written));

        assertThat(text(bytes, declared)).isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Президент приехал в город и встретился с жителями; они задали ему много вопросов.",
        "ISO-8859-2, Prezydent przyjechał do Łodzi i spotkał się z mieszkańcami; zadali mu wiele pytań.",
        "windows-1252, Der Bürgermeister eröffnet die Brücke über den Fluss; größer als gedacht."
    })
    void otherLanguagesAreReadAsDeclared(String charset, String text) {
        assertThat(text(text.getBytes(Charset.forName(charset)), charset)).isEqualTo(text);
    }

    @Test
    void russianWithoutDeclarationIsSniffed() {
        String text = "Президент приехал в город и встретился с жителями, они задали ему много вопросов о дорогах.";

        assertThat(text(text.getBytes(Charset.forName("windows-1251")), null)).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkDecides() {
        byte[] marked = ("\ufeff" + FRENCH).getBytes(UTF_16LE);

        assertThat(text(marked, "UTF-8")).isEqualTo(FRENCH);
        assertThat(text(("\ufeff" + FRENCH).getBytes(UTF_8), null)).isEqualTo(FRENCH);
    }

    @Test
    void theDocumentsOwnDeclarationIsHeard() {
        String page = "<html><head><meta charset=\"windows-1251\"></head><body>Президент приехал</body></html>";

        assertThat(text(page.getBytes(Charset.forName("windows-1251")), null)).contains("Президент приехал");
    }

    @Test
    void strayBytesInUtf8AreReadAsWindows1252() {
        byte[] mixed = "été — caf".getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(mixed, mixed.length + 1);
        bytes[mixed.length] = (byte) 0xE9;
        byte[] whole = Arrays.copyOf(bytes, bytes.length + 7);
        System.arraycopy(" fermé".getBytes(UTF_8), 0, whole, bytes.length, 7);

        assertThat(text(whole, "UTF-8")).startsWith("été — café");
    }

    @Test
    void garbageIsRefused() {
        byte[] garbage = new byte[1024 * 1024];
        new Random(1).nextBytes(garbage);

        assertThat(TextDecoder.decode(garbage, "UTF-8")).isInstanceOf(Unreadable.class);
        assertThat(TextDecoder.decode(new byte[1000], null)).isInstanceOf(Unreadable.class);
    }

    @Test
    void noBytesAreAnEmptyText() {
        assertThat(text(new byte[0], null)).isEmpty();
    }

    private static String text(byte[] bytes, @Nullable String declared) {
        Decoding decoding = TextDecoder.decode(bytes, declared);
        assertThat(decoding).isInstanceOf(Decoded.class);
        return ((Decoded) decoding).text();
    }
}
