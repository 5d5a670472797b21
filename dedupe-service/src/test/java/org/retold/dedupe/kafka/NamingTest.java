package org.retold.dedupe.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.contract.Topics;

class NamingTest {

    @Test
    void theLiveServiceWritesWhatTheContractNames() {
        assertThat(new Naming.Live().of(Topics.STORIES)).isSameAs(Topics.STORIES);
    }

    @Test
    void aShadowHasEverythingItWritesForItself() {
        Naming shadow = new Naming.Shadow("strict");

        assertThat(shadow.of(Topics.STORIES).name()).isEqualTo("retold.shadow.strict.stories.v1");
        assertThat(shadow.of(Topics.STORIES).settings()).isEqualTo(Topics.STORIES.settings());
        assertThat(shadow.applicationId()).isNotEqualTo(new Naming.Live().applicationId());
    }

    @Test
    void aNameThatKafkaOrPeopleWouldNotTakeIsRefused() {
        for (String name : List.of("", "Strict", "a.b", "a/b", "-a", "a".repeat(41))) {
            assertThatThrownBy(() -> new Naming.Shadow(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no name of a shadow");
        }
    }
}
