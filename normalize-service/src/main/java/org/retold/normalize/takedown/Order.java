package org.retold.normalize.takedown;

import java.util.Set;
import org.retold.contract.Takedown;

/**
 * A takedown that is not carried out yet.
 *
 * @param articleIds what is known to be meant
 * @param announced whether others were told so
 */
public record Order(Takedown takedown, Set<String> articleIds, boolean announced) {

    public Order {
        articleIds = Set.copyOf(articleIds);
    }
}
