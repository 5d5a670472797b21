package org.retold.ingest;

import org.retold.contract.Item;
import org.retold.ingest.poll.PageCopy;
import org.retold.ingest.poll.SeenEntry;

/** Who wants to know which pages were sent. */
@FunctionalInterface
interface SentPages {

    /** Nobody looks at them again. */
    SentPages UNUSED = (feedId, entry, item, copy) -> {};

    /** A page was sent, and that was acknowledged. */
    void sent(String feedId, SeenEntry entry, Item item, PageCopy copy);
}
