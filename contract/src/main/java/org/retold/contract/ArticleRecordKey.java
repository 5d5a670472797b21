package org.retold.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of one record of {@link Topics#ARTICLES}: the article and the item that the record was made of. Each record has
 * its own, so that compaction takes away what a tombstone names and nothing else; written as
 * {@code <article id>/<items partition>/<items offset>}.
 *
 * @param itemsPartition partition of {@link Topics#ITEMS}, 0 or more
 * @param itemsOffset of the item in that partition, 0 or more
 */
public record ArticleRecordKey(String articleId, int itemsPartition, long itemsOffset) {

    private static final Pattern FORM = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,18})");

    public ArticleRecordKey {
        Required.text(articleId, "articleId");
        Required.atLeast(0, itemsPartition, "itemsPartition");
        Required.atLeast(0, itemsOffset, "itemsOffset");
        if (articleId.indexOf('/') >= 0) {
            throw new IllegalArgumentException("articleId has a slash: " + articleId);
        }
    }

    /** @throws IllegalArgumentException when the key has another form */
    public static ArticleRecordKey parse(String key) {
        Matcher parts = FORM.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not <article id>/<items partition>/<items offset>".formatted(key));
        }
        return new ArticleRecordKey(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** As the record carries it. */
    @Override
    public String toString() {
        return "%s/%d/%d".formatted(articleId, itemsPartition, itemsOffset);
    }
}
