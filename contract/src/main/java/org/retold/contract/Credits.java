package org.retold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about its source.
 *
 * @param agencies credited agencies under their usual names, the most credited first
 * @param reporters the agency's reporters as named
 * @param via the outlet through which the report came, for example "UNIAN"
 * @param exclusiveDate date of the report that is retold: {@code 2024-02-13}, or {@code 2024-02} where no day is given
 * @param sources how many sources the report cites ("three sources" is 3)
 */
public record Credits(
        List<String> agencies,
        List<String> reporters,
        @Nullable String via,
        @Nullable String exclusiveDate,
        @Nullable Integer sources) {

    /** An article that credits nobody. */
    public static final Credits NONE = new Credits(List.of(), List.of(), null, null, null);

    public Credits {
        agencies = Required.list(agencies);
        reporters = Required.list(reporters);
    }
}
