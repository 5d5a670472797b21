package org.retold.dedupe.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.contract.LookupAnswer;
import org.retold.contract.LookupAnswer.Outcome;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Match;

/**
 * A look-up about which every shard has answered.
 *
 * @param published date of the text, where the asker knows it
 */
public record Question(
        String lookupId, Instant asked, @Nullable Instant published, boolean tooShort) {

    LookupAnswer answer(Outcome outcome) {
        return new LookupAnswer(lookupId, outcome, null, null, null, asked);
    }

    LookupAnswer told(Pull pull, Cast cast) {
        Match match = pull.strongest().match();
        Published date = published == null ? null : new Published(published, Precision.SECOND, Source.PUSH);
        return new LookupAnswer(
                lookupId,
                Outcome.TOLD,
                pull.story().id(),
                match.evidence(pull.story().id(), match.relation(), Sketches.VERSION),
                cast.lateBy(date).orElse(null),
                asked);
    }
}
