package org.retold.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/** A service that is asked to end does so before a container engine loses patience, whatever it is amid. */
@ExtendWith(PipelineExtension.class)
class StopTest {

    /** What Docker waits before it kills. */
    private static final Duration TO_END = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pipeline pipeline;

    StopTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void ingestServiceEndsAmidAPushThatDripsAndAFeedThatDoesNotAnswer() throws Exception {
        try (SilentSite site = new SilentSite()) {
            pipeline.addFeed(site.url());
            await().atMost(PATIENCE).until(() -> site.visitors.get() > 0);
            Part ingest = pipeline.stack().part(Service.INGEST.module());
            try (Socket push = new Socket(InetAddress.getLoopbackAddress(), ingest.port())) {
                OutputStream out = push.getOutputStream();
                out.write(("POST /api/v1/items HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                                        .formatted(pipeline.token())
                                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(US_ASCII));
                Thread drip = Thread.ofVirtual().start(() -> drip(out));
                ProcessHandle service = java(ingest);

                service.destroy();

                assertThat(service.onExit()).succeedsWithin(TO_END).returns(false, ProcessHandle::isAlive);
                drip.join();
            }
            ingest.awaitReady(PATIENCE);
        }
    }

    private static ProcessHandle java(Part part) {
        return part.processes().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private static void drip(OutputStream push) {
        try {
            while (true) {
                push.write("1\r\n \r\n".getBytes(US_ASCII));
                push.flush();
                Thread.sleep(Duration.ofMillis(200));
            }
        } catch (IOException | InterruptedException e) {
            // The service has hung up.
        }
    }

    /** Listens, and never answers. */
    private static final class SilentSite implements AutoCloseable {

        private final AtomicInteger visitors = new AtomicInteger();
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        private SilentSite() throws IOException {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Objects.requireNonNull(server.accept());
                        visitors.incrementAndGet();
                    }
                } catch (IOException e) {
                    // closed
                }
            });
        }

        private String url() {
            return "http://127.0.0.1:%d/feed.xml".formatted(server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
