package org.retold.local.tail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a record stands in a terminal: time (UTC), topic, kind, story and words, in columns. */
public final class TerminalLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int KIND_WIDTH = 12;
    private static final int STORY_WIDTH = 8;

    /** Texts come from strangers: none of them may steer a terminal or turn its writing round. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final String PLAIN = "\033[0m";
    private static final String DIM = "\033[2m";
    private static final String RED = "\033[31m";
    private static final String GREEN = "\033[32m";
    private static final String YELLOW = "\033[33m";
    private static final String CYAN = "\033[36m";

    private final int topicWidth;
    private final boolean inColour;

    /** @param topics short names of the topics that are read */
    public TerminalLine(Collection<String> topics, boolean inColour) {
        this.topicWidth = topics.stream().mapToInt(String::length).max().orElse(0);
        this.inColour = inColour;
    }

    public String of(TopicRecord record, Told told) {
        String story =
                told.story().substring(0, Math.min(STORY_WIDTH, told.story().length()));
        return "%s  %s  %s  %s  %s"
                .formatted(
                        coloured(DIM, TIME.format(record.at())),
                        padded(record.shortTopic(), topicWidth),
                        coloured(colour(record, told), padded(printable(told.kind()), KIND_WIDTH)),
                        coloured(DIM, padded(printable(story.isEmpty() ? "-" : story), STORY_WIDTH)),
                        printable(told.words()));
    }

    /** Text without anything that a terminal would obey. */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private static String colour(TopicRecord record, Told told) {
        if (record.shortTopic().equals("rejections")) {
            return RED;
        }
        if (record.isTombstone()) {
            return YELLOW;
        }
        return switch (told.kind()) {
            case "created", "joined" -> GREEN;
            case "merged", "split", "expired", "withdrawn", "failing", "silent", "gone" -> YELLOW;
            default -> CYAN;
        };
    }

    private String coloured(String colour, String text) {
        return inColour ? colour + text + PLAIN : text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
