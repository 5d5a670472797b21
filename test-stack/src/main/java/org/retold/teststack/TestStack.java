package org.retold.teststack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Kafka and PostgreSQL for a Quarkus test:
 * {@code @WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)}.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestServers.shared().settings());
        settings.putAll(QuietLogs.settings());
        return settings;
    }

    /** The servers go with the JVM: the next test class uses them too. */
    @Override
    public void stop() {}
}
