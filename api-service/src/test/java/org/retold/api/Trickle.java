package org.retold.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A slow line to a site: pages come through in pieces, each long enough after the other to be painted before it. */
final class Trickle implements AutoCloseable {

    private static final int PIECES = 8;
    private static final long PAUSE_MILLIS = 60;
    private static final List<String> PASSED_ON = List.of("Content-Type", "Content-Security-Policy");

    private final String site;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;

    Trickle(String site) throws IOException {
        this.site = site;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::passOn);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void passOn(HttpExchange call) throws IOException {
        try (call) {
            if (call.getRequestURI().getPath().endsWith("/stream")) {
                call.sendResponseHeaders(204, -1);
                return;
            }
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(site + call.getRequestURI()))
                            .header("Accept", "text/html,*/*")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            PASSED_ON.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> call.getResponseHeaders().add(name, value)));
            call.sendResponseHeaders(answer.statusCode(), 0);
            boolean page =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            pour(answer.body(), page ? PIECES : 1, call.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pour(byte[] body, int pieces, OutputStream out) throws IOException, InterruptedException {
        for (int piece = 0; piece < pieces; piece++) {
            int begin = body.length * piece / pieces;
            int end = body.length * (piece + 1) / pieces;
            out.write(body, begin, end - begin);
            out.flush();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
