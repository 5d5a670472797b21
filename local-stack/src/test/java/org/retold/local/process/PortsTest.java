package org.retold.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {

    @Test
    void aPortIsTakenWhereSomebodyListensOnThisOrOnEveryAddress() throws Exception {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket everywhere = new ServerSocket(0)) {

            assertThat(Ports.isTaken(here.getLocalPort())).isTrue();
            assertThat(Ports.isTaken(everywhere.getLocalPort())).isTrue();
        }

        assertThat(Ports.isTaken(Ports.free())).isFalse();
    }
}
