package org.retold.teststack.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import okhttp3.tls.HeldCertificate;
import org.retold.local.postgres.PostgresCluster;
import org.retold.local.postgres.PostgresServer;
import org.retold.local.postgres.PostgresSettings;
import org.retold.local.process.Ports;

/** A PostgreSQL that takes connections with TLS only. */
public final class SecuredDatabase implements AutoCloseable {

    public static final String USER = PostgresCluster.USER;

    public static final String PASSWORD = "word-of-the-database";

    private final PostgresServer server;

    private SecuredDatabase(PostgresServer server) {
        this.server = server;
    }

    /** @param directory a new one, which is the server's */
    public static SecuredDatabase start(Path directory, Authority authority) throws IOException {
        PostgresSettings settings = new PostgresSettings(directory, Ports.free(), PASSWORD, false);
        PostgresCluster.prepared(settings);
        HeldCertificate certificate = authority.ofLocalhost();
        Files.writeString(directory.resolve("server.crt"), certificate.certificatePem());
        Path key = Files.writeString(directory.resolve("server.key"), certificate.privateKeyPkcs8Pem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(directory.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(directory.resolve("postgresql.conf"), "\nssl = on\n", StandardOpenOption.APPEND);
        return new SecuredDatabase(PostgresServer.start(settings));
    }

    /** Its address without any word on TLS. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.port(), USER);
    }

    /** The same under a name that its certificate does not bear. */
    public String jdbcUrlByAddress() {
        return server.jdbcUrl();
    }

    @Override
    public void close() {
        server.close();
    }
}
