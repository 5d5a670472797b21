package org.retold.normalize.takedown;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;

/** Every address at which an item is or was, whatever its page claims. */
public final class ItemAddresses {

    private ItemAddresses() {}

    public static Stream<String> of(Item item) {
        FirstAddress first = item.knownAs();
        return Stream.of(
                        Optional.of(item.url()),
                        present(item.body() == null ? null : item.body().pageUrl()),
                        present(first == null ? null : first.url()),
                        present(first == null ? null : first.pageUrl()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> present(@Nullable String address) {
        return Optional.ofNullable(address);
    }
}
