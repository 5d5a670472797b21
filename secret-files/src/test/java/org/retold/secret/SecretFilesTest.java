package org.retold.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path directory;

    @Test
    void aSettingIsWhatStandsInItsFileWithoutTheNewlineThatEditorsLeave() throws IOException {
        Path file = Files.writeString(directory.resolve("operator-token"), "open sesame\r\n");

        ConfigSource source = source(Map.of("RETOLD_OPERATOR_TOKEN_FILE", file.toString()));

        assertThat(source.getValue("RETOLD_OPERATOR_TOKEN")).isEqualTo("open sesame");
        assertThat(source.getPropertyNames()).containsExactly("RETOLD_OPERATOR_TOKEN");
    }

    @Test
    void aFileIsMeantMoreThanAnEmptySettingBesideIt() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "secret");
        int ofTheEnvironment = 300;

        ConfigSource source = source(Map.of("RETOLD_JDBC_PASSWORD_FILE", file.toString(), "RETOLD_JDBC_PASSWORD", ""));

        assertThat(source.getValue("RETOLD_JDBC_PASSWORD")).isEqualTo("secret");
        assertThat(source.getOrdinal()).isGreaterThan(ofTheEnvironment);
    }

    @Test
    void whatNamesNoFileOrIsNotOursIsLeftAlone() {
        assertThat(source(Map.of("RETOLD_OPERATOR_TOKEN_FILE", "", "LOG_FILE", "/nowhere/log"))
                        .getPropertyNames())
                .isEmpty();
    }

    @Test
    void aFileThatIsMissingIsNamedWithItsSetting() {
        String missing = directory.resolve("missing").toString();

        assertThatThrownBy(() -> source(Map.of("RETOLD_OPERATOR_TOKEN_FILE", missing)))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage("RETOLD_OPERATOR_TOKEN_FILE names " + missing + ", which cannot be read.");
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Path file = Files.writeString(directory.resolve("empty"), "\n");

        assertThatThrownBy(() -> source(Map.of("RETOLD_OPERATOR_TOKEN_FILE", file.toString())))
                .hasMessage("RETOLD_OPERATOR_TOKEN_FILE names " + file + ", which is empty.");
    }

    @Test
    void whoSaysASecretTwiceIsToldSoWithoutTheSecret() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "one");

        assertThatThrownBy(() -> source(
                        Map.of("RETOLD_OPERATOR_TOKEN_FILE", file.toString(), "RETOLD_OPERATOR_TOKEN", "another")))
                .hasMessage("RETOLD_OPERATOR_TOKEN and RETOLD_OPERATOR_TOKEN_FILE are both set; one of them must go.");
    }

    @Test
    void whatHasNoConfigurationReadsTheEnvironmentAndItsFilesAlike() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "secret\n");

        var settings =
                SecretFiles.settings(Map.of("RETOLD_KAFKA_PASSWORD_FILE", file.toString(), "RETOLD_KAFKA_USER", "me"));

        assertThat(settings.apply("RETOLD_KAFKA_PASSWORD")).contains("secret");
        assertThat(settings.apply("RETOLD_KAFKA_USER")).contains("me");
        assertThat(settings.apply("RETOLD_KAFKA_TRUSTSTORE")).isEmpty();
    }

    @Test
    void servicesFindItOnTheirClassPath() {
        assertThat(ServiceLoader.load(ConfigSourceProvider.class)).hasAtLeastOneElementOfType(SecretFiles.class);
    }

    private static ConfigSource source(Map<String, String> environment) {
        return new SecretFiles(environment)
                .getConfigSources(SecretFilesTest.class.getClassLoader())
                .iterator()
                .next();
    }
}
