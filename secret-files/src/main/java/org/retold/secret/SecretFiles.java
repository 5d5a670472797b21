package org.retold.secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * What is set under a name in the environment of this process, there or in a file that it names; for what has no other
     * configuration.
     *
     * @throws UnreadableSecretException if a file cannot be read, is empty, or the setting is set beside it
     */
    public static Function<String, Optional<String>> settings() {
        return settings(System.getenv());
    }

    static Function<String, Optional<String>> settings(Map<String, String> environment) {
        Secrets secrets = Secrets.namedIn(environment);
        return name -> Optional.ofNullable(secrets.getValue(name)).or(() -> Optional.ofNullable(environment.get(name)));
    }

    /** @throws UnreadableSecretException if a file cannot be read, is empty, or the setting is set beside it */
    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader ignored) {
        return List.of(Secrets.namedIn(environment));
    }
}
