package org.retold.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A web of a few addresses, and what was asked of it. */
public final class Web implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();

    private Web() {}

    public static Web open() {
        Web web = new Web();
        web.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                web.asked.add(request);
                return web.answers.getOrDefault(request.getTarget(), new MockResponse(404, Headers.of(), ""));
            }
        });
        try {
            web.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return web;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    /** The address under a host name of its own. */
    public String url(String host, String path) {
        return "http://" + host + ".localhost:" + server.getPort() + path;
    }

    public Web with(String path, String type, String body) {
        answers.put(path, new MockResponse(200, Headers.of("Content-Type", type), body));
        return this;
    }

    public Web with(String path, MockResponse answer) {
        answers.put(path, answer);
        return this;
    }

    public List<RecordedRequest> asked(String path) {
        return asked.stream()
                .filter(request -> request.getTarget().equals(path))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
