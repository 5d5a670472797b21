package org.retold.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.api.live.Listeners.Listener;

final class ListenersTest {

    private Instant now = MORNING;
    private final List<String> hungUpOn = new ArrayList<>();
    private final Listeners listeners = new Listeners(2, Duration.ofSeconds(10), () -> now);

    @Test
    void thereIsRoomForSoManyAndAgainWhenOneLeaves() {
        Listener first = add("first");
        add("second");

        assertThat(listeners.add(() -> {})).isEmpty();
        first.close();
        first.close();

        assertThat(listeners.count()).isEqualTo(1);
        add("third");
        assertThat(listeners.add(() -> {})).isEmpty();
    }

    @Test
    void whoDoesNotTakeWhatItIsToldIsHungUpOnAndWhoHearsNothingIsNot() {
        Listener slow = add("slow");
        Listener quick = add("quick");
        slow.telling();
        quick.telling();
        quick.heard();

        now = MORNING.plusSeconds(10);
        listeners.hangUpOnSlow();
        assertThat(hungUpOn).isEmpty();

        now = MORNING.plusSeconds(11);
        listeners.hangUpOnSlow();
        listeners.hangUpOnSlow();

        assertThat(hungUpOn).containsExactly("slow");
        assertThat(listeners.count()).isEqualTo(1);
        assertThat(listeners.hungUpOn()).isEqualTo(1);
    }

    private Listener add(String name) {
        return listeners.add(() -> hungUpOn.add(name)).orElseThrow();
    }
}
