package org.retold.benchmarks.load;

import java.time.Duration;

/**
 * What is asked of the pipeline.
 *
 * @param rate articles a second
 * @param warmUp before anything counts; the rate climbs to what is asked
 * @param length how long it counts
 */
record Setup(int rate, Duration warmUp, Duration length) {

    static final int MOST = 10_000;

    Setup {
        if (rate < 1 || rate > MOST || length.toSeconds() < 1) {
            throw new IllegalArgumentException("the rate is 1 to %d, the length a second or more".formatted(MOST));
        }
    }

    static Setup of(String[] arguments) {
        int rate = 200;
        Duration warmUp = Duration.ofMinutes(5);
        Duration length = Duration.ofMinutes(30);
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "" -> rate = number(value);
                case "--warm-up=" -> warmUp = Duration.ofSeconds(number(value));
                case "--seconds=" -> length = Duration.ofSeconds(number(value));
                default -> throw new IllegalArgumentException("'%s' is not known".formatted(argument));
            }
        }
        return new Setup(rate, warmUp, length);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is neither a number nor an option".formatted(text), e);
        }
    }
}
