package org.retold.benchmarks.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SetupTest {

    @Test
    void sizesAreMeasuredFromSmallToLarge() {
        Setup setup = Setup.of(
                new String[] {"1000000", "--threads=4", "--instances=2", "10000", "--java=-Xlog:gc", "--restart"});

        assertThat(setup.sizes()).containsExactly(10_000, 1_000_000);
        assertThat(setup.threads()).isEqualTo(4);
        assertThat(setup.instances()).isEqualTo(2);
        assertThat(setup.javaOptions()).containsExactly("-Xlog:gc");
        assertThat(setup.restart()).isTrue();
        assertThat(setup.ownCores()).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThatThrownBy(() -> Setup.of(new String[] {"many"}))
                .hasMessage("'many' is neither a number nor an option");
        assertThatThrownBy(() -> Setup.of(new String[] {"--speed=3"})).hasMessage("'--speed=3' is not known");
        assertThatThrownBy(() -> Setup.of(new String[] {"--threads=0"})).hasMessageContaining("1 or more");
    }
}
