package org.retold.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service polls nothing by itself: tests lead the passes. */
public final class QuietOnTheStack implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("retold.ingest.poll.enabled", "false", "retold.ingest.operator-token", "token-of-the-tests");
    }
}
