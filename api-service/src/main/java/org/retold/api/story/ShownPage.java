package org.retold.api.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of stories, as answers show it.
 *
 * @param items stable JSON of a {@link StorySummary} each
 * @param next where the list goes on; absent on the last page
 */
public record ShownPage(List<byte[]> items, @Nullable Cursor next) {

    public ShownPage {
        items = List.copyOf(items);
    }

    /** The answer: an object of {@code items} and {@code next}. */
    public byte[] json() {
        String then = next == null ? "null" : "\"" + next.word() + "\"";
        return JsonPieces.array("{\"items\":", items, ",\"next\":%s}".formatted(then));
    }
}
