package org.retold.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizingTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void theDatabaseGetsASixteenthOfTheMachineWithinBounds() {
        assertThat(Sizing.databaseBuffers(GIBIBYTE)).isEqualTo(128);
        assertThat(Sizing.databaseBuffers(8 * GIBIBYTE)).isEqualTo(512);
        assertThat(Sizing.databaseBuffers(24 * GIBIBYTE)).isEqualTo(1024);
    }

    @Test
    void theIndexGetsAQuarterOfTheMachineWithinBounds() {
        assertThat(Sizing.indexHeap(2 * GIBIBYTE)).isEqualTo(1536);
        assertThat(Sizing.indexHeap(24 * GIBIBYTE)).isEqualTo(6 * 1024);
        assertThat(Sizing.indexHeap(256 * GIBIBYTE)).isEqualTo(8 * 1024);
    }
}
