package org.retold.ingest.item;

import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;

/** What became of an entry or a pushed line. */
public sealed interface ItemReading {

    record Made(Item item) implements ItemReading {}

    /**
     * It cannot be an item.
     *
     * @param code stable reason code in kebab case
     * @param message one sentence for people
     * @param url of the article, where that much could be read
     */
    record Refused(String code, String message, @Nullable String url) implements ItemReading {}
}
