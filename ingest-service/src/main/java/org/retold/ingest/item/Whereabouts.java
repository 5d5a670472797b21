package org.retold.ingest.item;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.ItemBody;

/** Where an entry is: its link, its page, and what that page says about its own address. */
public final class Whereabouts {

    private Whereabouts() {}

    /**
     * Empty where it links to nothing that could be sent.
     *
     * @param body the page, or whatever else its text was taken from
     * @param facts of the page
     */
    public static Optional<FirstAddress> of(@Nullable String link, @Nullable ItemBody body, PageFacts facts) {
        return Optional.ofNullable(link).flatMap(Whereabouts::bounded).map(url -> at(url, body, facts));
    }

    private static FirstAddress at(String url, @Nullable ItemBody body, PageFacts facts) {
        if (body == null || body.origin() != ItemBody.Origin.PAGE) {
            return new FirstAddress(url, null, List.of());
        }
        return new FirstAddress(
                url,
                Optional.ofNullable(body.pageUrl())
                        .flatMap(Whereabouts::bounded)
                        .orElse(null),
                facts.claims());
    }

    static Optional<String> bounded(String address) {
        return address.length() > ItemMaker.LONGEST_URL
                ? Optional.empty()
                : Optional.ofNullable(FieldBounds.line(address));
    }
}
