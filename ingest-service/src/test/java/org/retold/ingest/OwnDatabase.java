package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.retold.teststack.TestServers;

/** A migrated database that no running service looks into. */
public final class OwnDatabase {

    private OwnDatabase() {}

    public static Jdbi create() {
        TestServers servers = TestServers.shared();
        String name = "ingest_" + UUID.randomUUID().toString().replace("-", "");
        Jdbi.create(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword())
                .useHandle(handle -> handle.execute("create database " + name));
        String url = servers.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name + "$1");
        Jdbi own = Jdbi.create(url, servers.jdbcUser(), servers.jdbcPassword()).registerArrayType(String.class, "text");
        own.useHandle(handle ->
                handle.createScript("create schema ingest; " + migration()).execute());
        return own;
    }

    private static String migration() {
        try (InputStream script = OwnDatabase.class.getResourceAsStream("/db/migration/ingest/V1__feeds.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
