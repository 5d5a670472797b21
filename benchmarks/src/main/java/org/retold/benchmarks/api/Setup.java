package org.retold.benchmarks.api;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured.
 *
 * @param articles that are there, about
 * @param rate of requests, a second
 * @param searches a second
 * @param each step of the measurement lasts so long
 * @param warmUp before the first step
 * @param heap of api-service, as {@code -Xmx} takes it
 * @param keep whether data of the same size that an earlier run left are used again
 * @param in where the folder with the data is made
 */
record Setup(int articles, int rate, int searches, Duration each, Duration warmUp, String heap, boolean keep, Path in) {

    private static final int ARTICLES_A_STORY = 5;
    private static final int LEAST = 5_000;

    Setup {
        if (articles < LEAST || rate < 1 || searches < 1 || each.isZero() || warmUp.toSeconds() < 4) {
            throw new IllegalArgumentException(
                    "at least %,d articles, one request a second, one second, four of warm-up".formatted(LEAST));
        }
    }

    static Setup of(String[] arguments) {
        int articles = 1_000_000;
        int rate = 300;
        int searches = 20;
        int seconds = 60;
        int warmUp = 120;
        String heap = "256m";
        boolean keep = false;
        Path in = Path.of(System.getProperty("retold.root", ""), "benchmarks", "target");
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--rate=" -> rate = number(value);
                case "--searches=" -> searches = number(value);
                case "--seconds=" -> seconds = number(value);
                case "--warm-up=" -> warmUp = number(value);
                case "--heap=" -> heap = value;
                case "--in=" -> in = Path.of(value);
                case "" -> {
                    if (value.equals("--keep")) {
                        keep = true;
                    } else {
                        articles = number(value);
                    }
                }
                default -> throw new IllegalArgumentException("'%s' is not known".formatted(argument));
            }
        }
        return new Setup(
                articles, rate, searches, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), heap, keep, in);
    }

    /** Emptied by a run that does not keep what is there. */
    Path work() {
        return in.toAbsolutePath().resolve("retold-bench-api");
    }

    int stories() {
        return articles / ARTICLES_A_STORY;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is neither a number nor an option".formatted(text), e);
        }
    }
}
