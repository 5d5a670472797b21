package org.retold.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.retold.local.process.Directories;
import org.retold.local.process.Life;
import org.retold.local.process.Tether;

/** A PostgreSQL data directory: user and database {@code retold}, UTF-8, passwords asked. */
public final class PostgresCluster {

    /** User, and the name of the database. */
    public static final String USER = "retold";

    private static final int INITDB_SECONDS = 120;

    /** Line of postmaster.pid that says how far the server is. */
    private static final int STATUS_LINE = 7;

    private final PostgresSettings settings;
    private final PostgresBinaries binaries;

    private PostgresCluster(PostgresSettings settings, PostgresBinaries binaries) {
        this.settings = settings;
        this.binaries = binaries;
    }

    /** Makes the directory if there is none yet, whole or not at all. */
    public static PostgresCluster prepared(PostgresSettings settings) {
        PostgresCluster cluster = new PostgresCluster(settings, PostgresBinaries.unpacked());
        if (!Files.exists(settings.directory().resolve("PG_VERSION"))) {
            cluster.initialise();
        }
        return cluster;
    }

    /** The command that serves this directory until it is interrupted. */
    public List<String> command(int port) {
        forgetDeadServer();
        List<String> command = program("postgres");
        command.addAll(List.of("-D", settings.directory().toString(), "-p", Integer.toString(port)));
        set(command, "listen_addresses", "127.0.0.1");
        set(command, "unix_socket_directories", "");
        set(command, "max_connections", "60");
        set(command, "shared_buffers", "32MB");
        set(command, "io_method", "sync");
        set(command, "wal_level", "minimal");
        set(command, "max_wal_senders", "0");
        set(command, "timezone", "UTC");
        set(command, "log_timezone", "UTC");
        set(command, "fsync", settings.durable() ? "on" : "off");
        set(command, "synchronous_commit", settings.durable() ? "on" : "off");
        return List.copyOf(command);
    }

    /** Whether a living server on this directory takes connections. */
    public boolean isReady() {
        return serverFile()
                .filter(lines -> lines.size() > STATUS_LINE
                        && lines.get(STATUS_LINE).strip().equals("ready"))
                .flatMap(PostgresCluster::server)
                .isPresent();
    }

    /** JDBC address of the database on that port. */
    public static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, USER);
    }

    private void initialise() {
        Path beside = settings.directory().resolveSibling(settings.directory().getFileName() + ".new");
        try {
            Files.createDirectories(settings.directory().getParent());
            Directories.delete(beside);
            Directories.delete(settings.directory());
            Path password = Files.createTempFile("retold", ".password");
            try {
                Files.writeString(password, settings.password());
                List<String> initdb = program("initdb");
                initdb.addAll(List.of(
                        "-D", beside.toString(), "-U", USER, "--pwfile", password.toString(), "-A", "scram-sha-256"));
                initdb.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
                initdb.addAll(List.of("--builtin-locale=C.UTF-8", "--no-instructions"));
                if (!settings.durable()) {
                    initdb.add("--no-sync");
                }
                run(initdb);
            } finally {
                Files.delete(password);
            }
            createDatabase(beside);
            Files.move(beside, settings.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not prepare " + settings.directory(), e);
        }
    }

    /** In single-user mode, which asks nobody for a password and reads SQL from its input. */
    private void createDatabase(Path directory) throws IOException {
        Path sql = Files.createTempFile("retold", ".sql");
        try {
            Files.writeString(sql, "CREATE DATABASE " + USER + "\n");
            List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" < \"$0\"", sql.toString()));
            command.addAll(program("postgres"));
            command.addAll(List.of("--single", "-D", directory.toString(), "postgres"));
            run(command);
        } finally {
            Files.delete(sql);
        }
    }

    /** PostgreSQL does not run as root; as nobody of a user namespace it does. */
    private List<String> program(String name) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.add("unshare");
            command.add("-U");
        }
        command.add(binaries.program(name));
        return command;
    }

    private static void set(List<String> command, String key, String value) {
        command.add("-c");
        command.add(key + "=" + value);
    }

    private static void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Tether.tied("TERM", command)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Path said = Files.createTempFile("retold-postgres", ".log");
        try {
            Process process = builder.redirectOutput(said.toFile()).start();
            if (!process.waitFor(INITDB_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("it took longer than %d s".formatted(INITDB_SECONDS));
            }
            if (process.exitValue() != 0) {
                throw new IOException(Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(said);
        }
    }

    /** After a halt of the machine the number in the file may belong to somebody else, and PostgreSQL would not start. */
    private void forgetDeadServer() {
        boolean stale = serverFile().isPresent()
                && serverFile()
                        .flatMap(PostgresCluster::server)
                        .flatMap(process -> process.info().command())
                        .filter(program -> program.endsWith("postgres"))
                        .isEmpty();
        if (stale) {
            try {
                Files.deleteIfExists(settings.directory().resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Optional<ProcessHandle> server(List<String> serverFile) {
        return ProcessHandle.of(Long.parseLong(serverFile.getFirst().strip())).filter(process -> !Life.isOver(process));
    }

    private Optional<List<String>> serverFile() {
        try {
            List<String> lines = Files.readAllLines(settings.directory().resolve("postmaster.pid"));
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
