package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.retold.contract.Item;

/**
 * When pages that were sent are looked at again.
 *
 * @param waits how long after they were sent, each longer than the one before; none to leave them alone
 */
public record LookPlan(List<Duration> waits) {

    /** Nobody edits what is older, in days before we had it. */
    private static final int RECENT = 2;

    private static final int DAY = "2026-03-01".length();

    public LookPlan {
        waits = List.copyOf(waits);
        for (int i = 0; i < waits.size(); i++) {
            Duration before = i == 0 ? Duration.ZERO : waits.get(i - 1);
            if (waits.get(i).compareTo(before) <= 0) {
                throw new IllegalArgumentException(
                        "pages are looked at again after %s: each wait has to be longer than the one before"
                                .formatted(waits));
            }
        }
    }

    /** Whether an item is news: dated within the last days before we had it. */
    public boolean isFor(Item item) {
        String date = item.published();
        if (waits.isEmpty() || date == null || date.length() < DAY) {
            return false;
        }
        LocalDate had = item.fetched().atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            return !LocalDate.parse(date.substring(0, DAY)).isBefore(had.minusDays(RECENT));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /**
     * When the next look is due; empty when there were enough.
     *
     * @param looks how many there were
     */
    public Optional<Instant> next(Instant sent, int looks) {
        return looks < waits.size() ? Optional.of(sent.plus(waits.get(looks))) : Optional.empty();
    }

    /** Whether a look that was put off and put off is not worth making any more. */
    public boolean isStale(Instant sent, Instant now) {
        return waits.isEmpty() || now.isAfter(sent.plus(waits.getLast().multipliedBy(2)));
    }
}
