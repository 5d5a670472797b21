package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.retold.contract.Credits;
import org.retold.contract.Published;

class ViewBytesPropertyTest {

    private static final Credits CREDITS =
            new Credits(List.of("Reuters"), List.of("Ana Lind", "Bo Ek"), "UNIAN", "2024-02", 3);
    private static final Published PUBLISHED =
            new Published(Instant.parse("2024-02-14T00:44:00.5Z"), Published.Precision.MINUTE, Published.Source.FEED);

    @Property(tries = 300)
    void anyTextHasAViewThatReadsBackAsItWas(
            @ForAll @StringLength(max = 60) String title,
            @ForAll @Size(max = 6) List<@StringLength(max = 400) String> text) {
        View view = Views.shipped().of("article", "revision", title, text, "fr", CREDITS, PUBLISHED);

        View read = View.read(view.bytes());

        assertThat(read.bytes()).isEqualTo(view.bytes());
        assertThat(read.credits()).isEqualTo(CREDITS);
        assertThat(read.published()).isEqualTo(PUBLISHED);
        assertThat(read.words()).isEqualTo(view.words());
        assertThat(surfaces(read)).isEqualTo(surfaces(view));
        assertThat(read.totalWeight()).isEqualTo(view.totalWeight());
        assertThat(read.pairs().totalWeight()).isEqualTo(view.pairs().totalWeight());
    }

    private static List<String> surfaces(View view) {
        return IntStream.range(0, view.terms())
                .mapToObj(term -> String.valueOf(view.surface(term)))
                .toList();
    }

    @Example
    void anotherFormatIsRefused() {
        byte[] bytes = Views.shipped()
                .of("article", "revision", "A title", List.of(), "en", Credits.NONE, null)
                .bytes();
        bytes[0]++;

        assertThatThrownBy(() -> View.read(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format");
    }

    @Example
    void cutBytesAreRefused() {
        byte[] bytes = Views.shipped()
                .of("article", "revision", "A title", List.of("One Gelashi, 780 tonnes."), "en", Credits.NONE, null)
                .bytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> View.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
