package org.retold.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands where a service will be once it is built: it takes the same settings, says that it is ready, and tells which
 * settings it got.
 */
public final class StandInService {

    private static final int OK = 200;

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/q/health/ready", "{}");
        answer(server, "/settings", System.getenv("RETOLD_KAFKA") + " " + System.getenv("RETOLD_JDBC_URL"));
        answer(server, "/api/v1/feeds/import", "{\"added\":17,\"known\":0,\"refused\":[]}");
        answer(server, "/api/v1/stats", "{\"articles\":1000}");
        answer(server, "/api/v1/stories", """
                {"items":[{"id":"s1","headline":"A night train","articleCount":4,"publisherCount":4,
                           "languages":["fr","en"],"agency":"Reuters"}],"next":null}
                """);
        server.start();
    }

    private static void answer(HttpServer server, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(OK, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    /** A directory that looks like a checkout in which all services are built. */
    static Path checkout(Path directory) throws IOException {
        for (String module : new String[] {"ingest-service", "normalize-service", "dedupe-service", "api-service"}) {
            Path jar = directory.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                String file = StandInService.class.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(file));
                try (var in = StandInService.class.getClassLoader().getResourceAsStream(file)) {
                    out.write(Objects.requireNonNull(in).readAllBytes());
                }
                out.closeEntry();
            }
        }
        return directory;
    }
}
