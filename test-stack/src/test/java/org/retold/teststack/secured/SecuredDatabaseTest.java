package org.retold.teststack.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What an address of a PostgreSQL has to say of TLS. */
final class SecuredDatabaseTest {

    @TempDir
    static Path directory;

    private static Path authority = Path.of("");

    @Nullable
    private static SecuredDatabase started;

    @BeforeAll
    static void aDatabaseThatSpeaksTlsOnly() throws Exception {
        Authority made = Authority.keptIn(directory.resolve("authority.pem"));
        authority = made.file();
        started = SecuredDatabase.start(directory.resolve("postgres"), made);
    }

    @AfterAll
    static void close() {
        database().close();
    }

    @Test
    void whoVerifiesEverythingIsConnectedWithTls() throws Exception {
        assertThat(tlsOf(database().jdbcUrl() + verified(authority))).startsWith("TLS");
    }

    @Test
    void whoWantsNoTlsIsRefused() {
        assertThatThrownBy(() -> tlsOf(database().jdbcUrl() + "?sslmode=disable"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry")
                .hasMessageContaining("no encryption");
    }

    @Test
    void aServerThatOthersThanOursVouchForIsNotBelieved() throws Exception {
        Path other = Authority.keptIn(directory.resolve("other.pem")).file();

        assertThatThrownBy(() -> tlsOf(database().jdbcUrl() + verified(other)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("unable to find valid certification path");
    }

    @Test
    void aServerUnderAnotherNameThanItsCertificateIsNotBelieved() {
        assertThatThrownBy(() -> tlsOf(database().jdbcUrlByAddress() + verified(authority)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("The hostname 127.0.0.1 could not be verified");
    }

    private static String verified(Path authority) {
        return "?sslmode=verify-full&sslrootcert=" + authority;
    }

    /** The version of TLS that this connection has. */
    private static String tlsOf(String address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address);
        try (var connection = source.getConnection(SecuredDatabase.USER, SecuredDatabase.PASSWORD);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select version from pg_stat_ssl where pid = pg_backend_pid()")) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static SecuredDatabase database() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }
}
