package org.retold.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.retold.contract.StoryEvent;

/** Names what a webhook is told of an event; the same in every replay, so that a receiver knows it again. */
public final class DeliveryId {

    private static final int BYTES = 16;

    private DeliveryId() {}

    public static String of(String webhookId, StoryEvent event) {
        try {
            String told = String.join(
                    "\n", webhookId, event.id(), event.storyId(), event.at().toString());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(told.getBytes(UTF_8));
            return "msg_" + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
