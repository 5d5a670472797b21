package org.retold.api.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Puts JSON together from pieces that were made before, in UTF-8, without reading them. */
public final class JsonPieces {

    private static final int MUCH = 4_096;

    private JsonPieces() {}

    /** An array amid what stands around it. */
    public static byte[] array(String before, List<byte[]> elements, String after) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(
                MUCH + elements.stream().mapToInt(element -> element.length + 1).sum());
        json.writeBytes(before.getBytes(UTF_8));
        json.write('[');
        for (int n = 0; n < elements.size(); n++) {
            if (n > 0) {
                json.write(',');
            }
            json.writeBytes(elements.get(n));
        }
        json.write(']');
        json.writeBytes(after.getBytes(UTF_8));
        return json.toByteArray();
    }
}
