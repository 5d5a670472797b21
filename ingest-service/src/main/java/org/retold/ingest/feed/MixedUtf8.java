package org.retold.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** UTF-8 with stray bytes of windows-1252 in it, as feeds have that were put together from several sources. */
final class MixedUtf8 {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private MixedUtf8() {}

    /** Empty where as many bytes are stray as characters beyond ASCII are not. */
    static Optional<String> read(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int stray = 0;
        long sound = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            sound += out.chars().filter(c -> c > 127).count();
            text.append(out);
            out.clear();
            if (!result.isError()) {
                return stray < sound ? Optional.of(text.toString()) : Optional.empty();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(new String(new byte[] {in.get()}, WINDOWS_1252));
                stray++;
            }
            decoder.reset();
        }
    }
}
