package org.retold.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** How the service runs in tests: on a local web, with a known token. */
public final class OnTheStack implements QuarkusTestProfile {

    public static final String TOKEN = "token-of-the-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "retold.ingest.allow-private-networks", "true",
                "retold.ingest.operator-token", TOKEN,
                "retold.ingest.poll.shortest", "1s",
                "retold.ingest.poll.usual", "10m",
                "quarkus.log.category.\"org.retold\".level", "DEBUG");
    }
}
