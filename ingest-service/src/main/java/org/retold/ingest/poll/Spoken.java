package org.retold.ingest.poll;

import java.time.Duration;

/** Says a duration to people: as exactly as they want to know it. */
final class Spoken {

    private Spoken() {}

    static String of(Duration duration) {
        if (duration.toSeconds() < 120) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutes() < 120) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 72 ? duration.toHours() + " h" : duration.toDays() + " d";
    }
}
