package org.retold.benchmarks.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks at a constant rate, whether or not answers come. A latency counts from when the request was due, so that those are
 * not left out that a slow answer would have held up.
 */
final class OpenLoop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI base;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    OpenLoop(URI base) {
        this.base = base;
    }

    /**
     * @param rate a second
     * @param questions by number, from 0
     */
    Latencies ask(int rate, Duration duration, IntFunction<Question> questions) {
        Latencies latencies = new Latencies();
        List<CompletableFuture<?>> open = new ArrayList<>();
        long between = Duration.ofSeconds(1).toNanos() / rate;
        long start = System.nanoTime();
        for (int number = 0; number * between < duration.toNanos(); number++) {
            Question question = questions.apply(number);
            long due = start + number * between;
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            open.add(http.sendAsync(request(question), BodyHandlers.ofByteArray())
                    .whenComplete((answer, problem) -> {
                        latencies.took(question.kind(), System.nanoTime() - due);
                        check(question, answer, problem, latencies);
                    })
                    .exceptionally(counted -> null));
        }
        open.forEach(CompletableFuture::join);
        return latencies;
    }

    private static void check(
            Question question,
            @Nullable HttpResponse<byte[]> answer,
            @Nullable Throwable problem,
            Latencies latencies) {
        int wanted = question.known() == null ? OK : NOT_MODIFIED;
        if (answer == null) {
            latencies.wrong(question.kind(), String.valueOf(problem));
        } else if (answer.statusCode() != wanted) {
            latencies.wrong(question.kind(), "%d instead of %d".formatted(answer.statusCode(), wanted));
        }
    }

    /** The answer to one question. */
    HttpResponse<byte[]> ask(Question question) {
        return http.sendAsync(request(question), BodyHandlers.ofByteArray()).join();
    }

    private HttpRequest request(Question question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(question.path())).timeout(PATIENCE);
        if (question.known() != null) {
            request.header("If-None-Match", question.known());
        }
        return request.build();
    }

    @Override
    public void close() {
        http.close();
        threads.close();
    }
}
