package org.retold.ingest.item;

import java.util.regex.Pattern;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

/** How much of an article its feed tells. */
public sealed interface EntryText {

    /** All of it. */
    record Full(Text text) implements EntryText {}

    /** The beginning, or what it is about. */
    record Introduction(Text text) implements EntryText {}

    record Nothing() implements EntryText {}

    /** Shorter content is rather an introduction that stands in the wrong place, in characters. */
    int SHORTEST_CONTENT = 200;

    /** A description this long that is not cut off is the whole text, in characters. SPIP cuts at 500. */
    int LONG_DESCRIPTION = 1_500;

    /** "(...)", "[…]", "Lire la suite →": the text goes on elsewhere. */
    Pattern CUT_OFF = Pattern.compile("(?iu)(\\.\\.\\.|…|\\(\\.\\.\\.\\)|[\\[(]\\s*(\\.\\.\\.|…)\\s*[\\])]|"
            + "(lire la suite|lire plus|en savoir plus|read more|read the full (story|article)|continue reading"
            + "|weiterlesen|mehr lesen|leer más|seguir leyendo|leggi tutto|continua a leggere|ler mais)\\b.{0,80})"
            + "[\\s.»›→>&\\]]*$");

    static EntryText of(FeedEntry entry) {
        if (entry.content() != null) {
            Text content = FeedTail.strippedFrom(entry.content());
            String read = content.plain();
            if (read.length() >= SHORTEST_CONTENT && !isCutOff(read)) {
                return new Full(content);
            }
            Text summary = entry.summary() == null ? content : FeedTail.strippedFrom(entry.summary());
            Text longer = summary.plain().length() > read.length() ? summary : content;
            return longer.plain().isEmpty() ? new Nothing() : new Introduction(longer);
        }
        if (entry.summary() == null) {
            return new Nothing();
        }
        Text summary = FeedTail.strippedFrom(entry.summary());
        String read = summary.plain();
        if (read.isEmpty()) {
            return new Nothing();
        }
        return read.length() >= LONG_DESCRIPTION && !isCutOff(read) ? new Full(summary) : new Introduction(summary);
    }

    private static boolean isCutOff(String text) {
        return CUT_OFF.matcher(text.substring(Math.max(0, text.length() - 160))).find();
    }
}
