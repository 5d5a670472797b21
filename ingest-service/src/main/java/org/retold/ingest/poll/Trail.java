package org.retold.ingest.poll;

import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.IdentifiedEntry;

/**
 * How an entry is found again when its publisher gives it another address.
 *
 * @param link as it was sent last
 * @param date as it was sent last: published, or else updated
 * @param textPrint digest of the text that its feed gave last; absent where that was too short to tell anything
 * @param first where it was when it was sent for the first time
 */
public record Trail(
        String link, @Nullable String date, @Nullable String textPrint, FirstAddress first) {

    /** @param first where it was when it was sent for the first time */
    public static Trail of(IdentifiedEntry entry, FirstAddress first) {
        String link = entry.entry().link();
        return new Trail(link == null ? first.url() : link, entry.entry().date(), entry.textPrint(), first);
    }

    /**
     * Whether an entry that bears the same name tells the same article still: some feeds number their places, and the
     * first place is always number 1. An article that is told elsewhere keeps its minute, or its text.
     */
    boolean leadsTo(IdentifiedEntry entry) {
        return isAt(entry.entry().link()) || isOfTheMinute(entry) || isOfTheText(entry);
    }

    /** Whether this is its link still; parameters that only track readers do not count. */
    boolean isAt(@Nullable String other) {
        return other == null || ArticleKey.of(other).equals(ArticleKey.of(link));
    }

    /** Whether it tells the same text at the same minute. */
    boolean tells(IdentifiedEntry entry) {
        return isOfTheMinute(entry) && isOfTheText(entry);
    }

    private boolean isOfTheMinute(IdentifiedEntry entry) {
        return date != null
                && date.indexOf('T') > 0
                && date.equals(entry.entry().date());
    }

    private boolean isOfTheText(IdentifiedEntry entry) {
        return textPrint != null && textPrint.equals(entry.textPrint());
    }
}
