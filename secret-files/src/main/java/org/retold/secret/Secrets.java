package org.retold.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Settings by name, each as it stands in its file, without white space around it. */
final class Secrets implements ConfigSource {

    private static final Pattern NAMES_A_FILE = Pattern.compile("(RETOLD_[A-Z0-9_]+)_FILE");

    /** One more than that of the environment: a file is meant more than what is empty beside it. */
    private static final int ORDINAL = 310;

    private final Map<String, String> secrets;

    private Secrets(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /** Reads every file that is named; names of no files are as if they were not there. */
    static Secrets namedIn(Map<String, String> environment) {
        Map<String, String> secrets = new HashMap<>();
        environment.forEach((variable, file) -> {
            Matcher name = NAMES_A_FILE.matcher(variable);
            if (name.matches() && !file.isBlank()) {
                String setting = name.group(1);
                if (!environment.getOrDefault(setting, "").isBlank()) {
                    throw new UnreadableSecretException(
                            "%s and %s are both set; one of them must go.".formatted(setting, variable));
                }
                secrets.put(setting, read(variable, file));
            }
        });
        return new Secrets(secrets);
    }

    private static String read(String variable, String file) {
        String secret;
        try {
            secret = Files.readString(Path.of(file), UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableSecretException("%s names %s, which cannot be read.".formatted(variable, file), e);
        }
        if (secret.isEmpty()) {
            throw new UnreadableSecretException("%s names %s, which is empty.".formatted(variable, file));
        }
        return secret;
    }

    @Override
    public Set<String> getPropertyNames() {
        return secrets.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return secrets.get(name);
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    /** Says nothing of what is in the files. */
    @Override
    public String getName() {
        return "secret files";
    }
}
