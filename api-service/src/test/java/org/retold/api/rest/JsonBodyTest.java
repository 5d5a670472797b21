package org.retold.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Bodies that do not come as a whole; what stands in them is asked over HTTP. */
final class JsonBodyTest {

    @Test
    void whoDoesNotSendAllOfItIsTheOneToMendIt() throws Exception {
        InputStream ended = InputStream.nullInputStream();
        ended.close();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> LookupBody.read(ended));

        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().detail()).contains("ended before its body did");
    }
}
