package org.retold.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process that is not our child still does anything. */
public final class Life {

    private static final String DEAD_BUT_NOT_BURIED = "Z";

    private Life() {}

    /** Also when it ended and nobody has asked for its status yet: some containers have no init that would. */
    public static boolean isOver(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
            return afterName.startsWith(DEAD_BUT_NOT_BURIED);
        } catch (IOException e) {
            return !process.isAlive();
        }
    }
}
