package org.retold.e2e;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;

/**
 * Who is killed when.
 *
 * @param all the earliest first
 */
record Deaths(List<Death> all) {

    private static final List<String> SERVICES =
            List.of(Service.INGEST.module(), Service.NORMALIZE.module(), Service.DEDUPE.module(), Service.API.module());
    private static final List<String> STORES = List.of(LocalStack.KAFKA, LocalStack.POSTGRES);

    Deaths {
        all = List.copyOf(all);
    }

    /**
     * @param after the beginning
     * @param part of the stack
     */
    record Death(Duration after, String part) {}

    /**
     * A service every 20 to 40 seconds, and Kafka and PostgreSQL in turn, about once a minute: within a minute and a half each
     * of the two dies.
     */
    static Deaths within(Duration time, long seed) {
        Random random = new Random(seed);
        List<Death> deaths = new ArrayList<>();
        add(deaths, SERVICES, random, random.nextInt(20, 41), 20, 40, time);
        add(deaths, STORES, random, random.nextInt(15, 26), 60, 63, time);
        deaths.sort(comparing(Death::after));
        return new Deaths(deaths);
    }

    /** All of them in an order of chance, then in another one. */
    private static void add(
            List<Death> deaths, List<String> parts, Random random, int first, int least, int most, Duration time) {
        Deque<String> next = new ArrayDeque<>();
        for (int second = first; second < time.toSeconds(); second += random.nextInt(least, most + 1)) {
            if (next.isEmpty()) {
                List<String> shuffled = new ArrayList<>(parts);
                Collections.shuffle(shuffled, random);
                next.addAll(shuffled);
            }
            deaths.add(new Death(Duration.ofSeconds(second), next.remove()));
        }
    }
}
