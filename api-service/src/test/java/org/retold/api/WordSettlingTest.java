package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits is put into the index once it is much or old, by nobody who stores. */
@Timeout(60)
final class WordSettlingTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T11:00:00Z"));
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore ended = new Semaphore(0);
    private volatile Runnable task = () -> {};
    private final WordSettling settling = new WordSettling(this::settle, now::get);

    @AfterEach
    void end() {
        settling.close();
    }

    @Test
    void fewWaitUntilThereAreMany() throws InterruptedException {
        settling.stored(WordSettling.AT_ONCE - 2);
        settling.idle();
        assertThat(begun).hasValue(0);

        settling.stored(1);
        ended.acquire();
        assertThat(begun).hasValue(1);
    }

    @Test
    void whoStoresGoesOnMeanwhileAndWhatComesThenIsDoneNext() throws InterruptedException {
        CountDownLatch lasting = new CountDownLatch(1);
        task = () -> await(lasting);
        settling.stored(WordSettling.AT_ONCE);
        settling.stored(WordSettling.AT_ONCE);
        settling.stored(WordSettling.AT_ONCE);
        lasting.countDown();
        ended.acquire();
        assertThat(begun).hasValue(1);

        Topicful.awaitTrue(() -> {
            settling.stored(0);
            return begun.get() == 2;
        });
        ended.acquire();
        passes();
        settling.idle();
        assertThat(ended.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void fewAreDoneWhenNothingElseIsAndTimeHasPassed() throws InterruptedException {
        settling.stored(3);
        passes();
        settling.idle();
        ended.acquire();

        passes();
        settling.idle();
        assertThat(ended.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void whatAnEarlierRunLeftIsDoneToo() throws InterruptedException {
        passes();
        settling.idle();
        ended.acquire();
        assertThat(begun).hasValue(1);
    }

    @Test
    void whatFailedIsTriedAgain() throws InterruptedException {
        task = () -> {
            throw new IllegalStateException("the database is away");
        };
        settling.stored(WordSettling.AT_ONCE);
        ended.acquire();
        task = () -> {};

        Topicful.awaitTrue(() -> {
            passes();
            settling.idle();
            return begun.get() == 2;
        });
    }

    private void settle() {
        begun.incrementAndGet();
        try {
            task.run();
        } finally {
            ended.release();
        }
    }

    private void passes() {
        now.updateAndGet(instant -> instant.plus(WordSettling.EVERY).plusMillis(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
