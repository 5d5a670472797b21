package org.retold.local.process;

import java.util.List;

/**
 * A child ended unasked.
 *
 * @param inARow how many of its lives were short, this one included; 0 after a long one
 * @param lastLines the end of its log
 */
public record Ending(String name, int status, int inARow, List<String> lastLines) {

    private static final int SIGNAL = 128;

    public Ending {
        lastLines = List.copyOf(lastLines);
    }

    /** For people: "was killed by signal 9", "ended with status 1". */
    public String how() {
        return status > SIGNAL ? "was killed by signal " + (status - SIGNAL) : "ended with status " + status;
    }

    /** Whether its last words are about a full disk. */
    public boolean tellsOfFullDisk() {
        return lastLines.stream()
                .anyMatch(line -> line.contains("No space left on device") || line.contains("Disk quota exceeded"));
    }
}
