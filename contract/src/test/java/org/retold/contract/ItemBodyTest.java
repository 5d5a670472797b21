package org.retold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.retold.contract.ItemBody.Origin;

class ItemBodyTest {

    @Test
    void theBytesComeBackAsTheyWere() {
        byte[] page = "<p>Éléonore à l’œuvre</p>".getBytes(UTF_8);

        ItemBody body = ItemBody.of(Origin.PAGE, "text/html", "utf-8", "https://a.example/1", page);

        assertThat(body.bytes()).isEqualTo(page);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        byte[] large = new byte[ItemBody.MAX_BYTES + 1];

        assertThatThrownBy(() -> ItemBody.of(Origin.PAGE, "text/html", null, null, large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1048577");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50 * ItemBody.MAX_BYTES]);
        }
        ItemBody body = new ItemBody(
                Origin.PUSH, "text/plain", null, null, Base64.getEncoder().encodeToString(bomb.toByteArray()));

        assertThatThrownBy(body::bytes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void whatIsNotGzipSaysSo() {
        ItemBody body = new ItemBody(Origin.PUSH, "text/plain", null, null, "aGVsbG8=");

        assertThatThrownBy(body::bytes).isInstanceOf(IllegalArgumentException.class);
    }
}
