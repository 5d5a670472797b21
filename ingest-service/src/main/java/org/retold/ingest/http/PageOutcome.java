package org.retold.ingest.http;

import java.time.Duration;
import org.retold.contract.ItemBody;
import org.retold.ingest.poll.Validators;

/** What came of asking for a page. */
public sealed interface PageOutcome {

    /** @param validators with which it is asked for again */
    record Page(ItemBody body, Validators validators) implements PageOutcome {}

    /** The copy that we had is still good. */
    record Unchanged() implements PageOutcome {}

    /** @param limit in bytes */
    record TooLarge(int limit) implements PageOutcome {}

    /** There is none, and asking again will not bring one. */
    record NoPage(String reason) implements PageOutcome {}

    /** Another time there may be one. */
    record NotNow(String reason) implements PageOutcome {}

    /** Its site has to be left alone for a moment, so we did not ask to the end. */
    record Held(Duration pause) implements PageOutcome {}
}
