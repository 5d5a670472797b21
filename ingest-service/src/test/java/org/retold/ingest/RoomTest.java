package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final int LARGEST = 1024 * 1024;

    private final Room room = new Room(2, LARGEST);

    @Test
    void whoFindsNoRoomWaitsUntilSomebodyLeaves() throws Exception {
        Room.Share first = room.take();
        Room.Share second = room.take();
        CompletableFuture<Room.Share> third = taking();

        Assertions.assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> third.get(50, TimeUnit.MILLISECONDS));
        first.close();

        assertThat(third.get(10, TimeUnit.SECONDS)).isNotNull();
        second.close();
    }

    @Test
    void aSmallCopyLeavesRoomForOthers() throws Exception {
        for (int copies = 0; copies < 50; copies++) {
            taking().get(10, TimeUnit.SECONDS).shrinkTo(10_000);
        }

        assertThat(taking().get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void roomIsGivenBackOnce() throws Exception {
        Room.Share first = room.take();
        first.shrinkTo(LARGEST / 2);
        first.close();
        first.close();
        room.take();
        room.take();

        Assertions.assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> taking().get(50, TimeUnit.MILLISECONDS));
    }

    private CompletableFuture<Room.Share> taking() {
        CompletableFuture<Room.Share> share = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                share.complete(room.take());
            } catch (InterruptedException e) {
                share.completeExceptionally(e);
            }
        });
        return share;
    }
}
