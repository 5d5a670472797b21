package org.retold.ingest.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A text of a feed, stripped.
 *
 * @param markup whether {@code value} is HTML; feeds seldom say so reliably
 */
public record Text(String value, boolean markup) {

    private static final Pattern TAG_OR_ENTITY = Pattern.compile("<[a-zA-Z/!]|&[#a-zA-Z]");

    /** Characters that are allowed nowhere and that databases refuse. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    public Text {
        value = CONTROLS.matcher(value).replaceAll("").strip();
    }

    /** HTML where it looks like it, which is what nearly all feeds mean. */
    public static Text guessed(String value) {
        return new Text(value, TAG_OR_ENTITY.matcher(value).find());
    }

    /** What a reader would read, on one line. */
    public String plain() {
        String read = markup ? Jsoup.parseBodyFragment(value).text() : value;
        return CONTROLS.matcher(read)
                .replaceAll("")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ")
                .strip();
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
