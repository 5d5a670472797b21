package org.retold.benchmarks.feeds;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param feeds that are read
 * @param every so often each is polled
 * @param measured for so long, after each had its first poll
 * @param heap of the ingest-service, as {@code -Xmx} takes it
 */
record Setup(int feeds, Duration every, Duration measured, String heap) {

    Setup {
        if (feeds < 1 || every.isZero() || measured.isZero()) {
            throw new IllegalArgumentException("feeds and minutes are 1 or more");
        }
    }

    static Setup of(String[] arguments) {
        int feeds = 10_000;
        int every = 15;
        int minutes = 40;
        String heap = "256m";
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--every=" -> every = number(value);
                case "--minutes=" -> minutes = number(value);
                case "--heap=" -> heap = value;
                case "" -> feeds = number(value);
                default -> throw new IllegalArgumentException("'%s' is not known".formatted(argument));
            }
        }
        return new Setup(feeds, Duration.ofMinutes(every), Duration.ofMinutes(minutes), heap);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is neither a number nor an option".formatted(text), e);
        }
    }
}
