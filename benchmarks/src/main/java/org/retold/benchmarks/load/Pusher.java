package org.retold.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.retold.benchmarks.topology.MadeNews;
import org.retold.local.http.ServiceClient;

/** Pushes articles at a rate, whether or not the pipeline keeps up, ten times a second. */
final class Pusher {

    private static final int PUSHES_A_SECOND = 10;
    private static final long BETWEEN = 1_000_000_000L / PUSHES_A_SECOND;

    private final ServiceClient ingest;
    private final String token;
    private final Journeys journeys;
    private final MadeNews news = new MadeNews(1);
    private int next;
    private double due;

    Pusher(ServiceClient ingest, String token, Journeys journeys) {
        this.ingest = ingest;
        this.token = token;
        this.journeys = journeys;
    }

    /** From few to a rate, the same step each second: what has just started is compiled while it works. */
    void climb(int rate, long seconds) throws IOException {
        for (long second = 1; second <= seconds; second++) {
            push(Math.toIntExact(Math.max(1, rate * second / seconds)), 1);
        }
    }

    /**
     * At a constant rate.
     *
     * @return how many seconds the last push was late: what a slow ingest holds up is not left out
     * @throws IOException when it does not take all
     */
    double push(int rate, long seconds) throws IOException {
        long start = System.nanoTime();
        long late = 0;
        for (long number = 0; number < seconds * PUSHES_A_SECOND; number++) {
            List<Submission> some = new ArrayList<>();
            for (due += (double) rate / PUSHES_A_SECOND; due >= 1; due--) {
                some.add(Submission.of(news, next++));
            }
            long at = start + number * BETWEEN;
            for (long early = at - System.nanoTime(); early > 0; early = at - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            late = System.nanoTime() - at;
            push(some);
        }
        return late / 1e9;
    }

    private void push(List<Submission> some) throws IOException {
        if (some.isEmpty()) {
            return;
        }
        StringBuilder body = new StringBuilder();
        for (Submission one : some) {
            journeys.expect(one.articleId());
            body.append(one.line()).append('\n');
        }
        int accepted = ingest.post("api/v1/items", "application/x-ndjson", body.toString(), token)
                .get("accepted")
                .asInt();
        long now = System.nanoTime();
        if (accepted != some.size()) {
            throw new IOException("%d of %d were accepted".formatted(accepted, some.size()));
        }
        some.forEach(one -> journeys.accepted(one.articleId(), now));
    }
}
