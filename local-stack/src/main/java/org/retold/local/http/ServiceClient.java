package org.retold.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls to one of our services, usually on this machine. */
public final class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;

    public ServiceClient(int port) {
        this(URI.create("http://127.0.0.1:%d/".formatted(port)));
    }

    /** @param base where the service's paths begin, with a slash at its end */
    public ServiceClient(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** Whether the service says that it can work. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws IOException also when the service answers anything but 2xx with JSON */
    public JsonNode get(String path) throws IOException {
        return json(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** @throws IOException also when the service answers anything but 2xx with JSON */
    public JsonNode post(String path, String contentType, String body, String token) throws IOException {
        return json(HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    /** @throws IOException also when the service answers anything but 2xx with JSON */
    public JsonNode delete(String path, String token) throws IOException {
        return json(HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private static JsonNode json(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.header("Accept", "application/json, application/problem+json;q=0.9")
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() < OK || response.statusCode() >= REDIRECT) {
                throw new RefusedException(request, response);
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
