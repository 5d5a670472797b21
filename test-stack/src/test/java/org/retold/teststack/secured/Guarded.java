package org.retold.teststack.secured;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retold.local.process.Directories;
import org.retold.teststack.QuietLogs;

/**
 * One broker that asks, for all tests of this JVM.
 *
 * @param right settings of who is let in
 * @param wrong file of an authority that does not vouch for the broker
 */
record Guarded(SecuredBroker broker, Map<String, String> right, Path wrong) {

    @Nullable
    private static Guarded shared;

    static synchronized Guarded shared() throws Exception {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static Guarded start() throws Exception {
        QuietLogs.begin();
        Path directory = Files.createTempDirectory("retold-guarded");
        Authority authority = Authority.keptIn(directory.resolve("authority.pem"));
        SecuredBroker broker = SecuredBroker.start(directory.resolve("kafka"), authority);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            Directories.delete(directory);
        }));
        return new Guarded(
                broker,
                SecuredBroker.settings(authority),
                Authority.keptIn(directory.resolve("other.pem")).file());
    }
}
