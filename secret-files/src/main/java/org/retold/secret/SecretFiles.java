package org.retold.secret;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/** Gives every setting {@code RETOLD_X} of which the environment says by {@code RETOLD_X_FILE} where it is written. */
public final class SecretFiles implements ConfigSourceProvider {

    private final Map<String, String> environment;

    /** Reads the environment of this process. */
    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws UnreadableSecretException if a file cannot be read, is empty, or the setting is set beside it */
    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader ignored) {
        return List.of(Secrets.namedIn(environment));
    }
}
