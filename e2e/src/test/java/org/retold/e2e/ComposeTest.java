package org.retold.e2e;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be said about docker-compose.yml without an engine: it parses, and names what the services need. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("retold.root", ".."));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:-([^}]*))?}");
    private static final Set<String> NEED_POSTGRES = Set.of("ingest-service", "api-service");

    private final Map<String, Map<String, Object>> services = services();

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void aServiceIsToldWhereItsServersAre(String service) {
        Map<String, Object> environment = child(service(service), "environment");

        assertThat(environment).containsEntry("RETOLD_KAFKA", "${RETOLD_KAFKA:-kafka:9092}");
        assertThat(environment.containsKey("RETOLD_JDBC_URL")).isEqualTo(NEED_POSTGRES.contains(service));
        assertThat(child(service(service), "depends_on").keySet())
                .contains("kafka")
                .satisfies(
                        needed -> assertThat(needed.contains("postgres")).isEqualTo(NEED_POSTGRES.contains(service)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "api-service"})
    void whatTheOperatorCanChangeAsksForOneToken(String service) {
        assertThat(child(service(service), "environment"))
                .containsEntry("RETOLD_OPERATOR_TOKEN_FILE", "/run/secrets/operator-token");
    }

    @Test
    void everySecretIsInAFileThatOneScriptMakes() throws IOException {
        String script = Files.readString(ROOT.resolve("containers/secrets"));

        Set<String> secrets = child(document(), "secrets").keySet();

        assertThat(secrets).isNotEmpty().allSatisfy(secret -> assertThat(script).contains(secret));
        services.forEach((name, service) -> {
            Map<?, ?> environment = (Map<?, ?>) service.getOrDefault("environment", Map.of());
            assertThat(environment).as(name).allSatisfy((setting, value) -> {
                if (String.valueOf(setting).matches(".*(PASSWORD|TOKEN|SECRET).*_FILE")) {
                    assertThat(strings(service.get("secrets")))
                            .contains(String.valueOf(value).replace("/run/secrets/", ""));
                } else {
                    assertThat(String.valueOf(setting)).doesNotMatch(".*(PASSWORD|TOKEN).*");
                }
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void aServiceReadsEverySettingThatItIsGiven(String service) throws IOException {
        String properties = Files.readString(ROOT.resolve(service + "/src/main/resources/application.properties"));
        Path access = ROOT.resolve("access/src/main/java/org/retold/access");
        String shared = Files.readString(access.resolve("AccessSettings.java"))
                + Files.readString(access.resolve("Brokers.java"))
                + Files.readString(ROOT.resolve("trail/src/main/resources/META-INF/microprofile-config.properties"));

        Set<String> given = child(service(service), "environment").keySet();

        assertThat(given)
                .map(setting -> setting.replaceFirst("_FILE$", ""))
                .allSatisfy(setting ->
                        assertThat(properties + shared).containsAnyOf("${" + setting, "\"" + setting + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void aServiceIsConfined(String service) {
        assertThat(service(service))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsKey("mem_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void aServicesImageIsBuiltFromWhatTheBuildLeaves(String service) {
        Map<String, Object> arguments = child(child(service(service), "build"), "args");

        assertThat(arguments).containsEntry("SERVICE", service).containsKeys("BASE", "PORT");
    }

    @Test
    void whatKeepsStateKeepsItOnANamedVolume() {
        Map<String, Object> document = document();

        Set<String> declared = child(document, "volumes").keySet();

        assertThat(services)
                .allSatisfy((name, service) -> assertThat(strings(service.get("volumes")))
                        .as(name)
                        .isNotEmpty()
                        .filteredOn(volume -> !volume.endsWith(":ro"))
                        .isNotEmpty()
                        .allSatisfy(volume -> assertThat(declared).contains(volume.substring(0, volume.indexOf(':')))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "grafana"})
    void dashboardsAreStartedOnRequestOnlyFromPinnedImagesAndFilesOfTheCheckout(String service) {
        assertThat(service(service))
                .containsEntry("profiles", List.of("dashboards"))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsKeys("mem_limit", "healthcheck");
        assertThat(String.valueOf(service(service).get("image"))).matches(".*:v?\\d+\\.\\d+\\.\\d+}");
        assertThat(strings(service(service).get("volumes")))
                .filteredOn(volume -> volume.endsWith(":ro"))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(ROOT.resolve(volume.substring(0, volume.indexOf(':'))))
                        .isDirectory());
        services.forEach((name, other) -> {
            if (!other.containsKey("profiles")) {
                assertThat(String.valueOf(other.get("depends_on"))).as(name).doesNotContain(service);
            }
        });
    }

    @Test
    void nobodyCanLogInToWhatShowsTheDashboards() {
        assertThat(child(service("grafana"), "environment"))
                .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                .containsEntry("GF_AUTH_BASIC_ENABLED", "false")
                .containsEntry("GF_AUTH_DISABLE_LOGIN_FORM", "true")
                .containsEntry("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION", "true");
        assertThat(strings(service("grafana").get("ports")))
                .singleElement()
                .asString()
                .startsWith("127.0.0.1:");
        assertThat(service("prometheus")).doesNotContainKey("ports");
    }

    @Test
    void prometheusReadsEveryInstanceOfEveryServiceWhereItListens() throws IOException {
        String config = Files.readString(ROOT.resolve("dashboards/prometheus/prometheus.yml"));

        for (String name : List.of("ingest-service", "normalize-service", "dedupe-service", "api-service")) {
            Object port = child(child(service(name), "build"), "args").get("PORT");
            assertThat(config)
                    .containsPattern("job_name: %1$s\n.*\n +dns_sd_configs: \\[\\{names: \\[%1$s], type: A, port: %2$s,"
                            .formatted(name, port));
        }
    }

    @Test
    void noLogGrowsWithoutEnd() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(child(child(service, "logging"), "options"))
                        .as(name)
                        .containsKeys("max-size", "max-file"));
    }

    @Test
    void whatASizeOrATakeoverNeedsCanBeSet() {
        assertThat(child(service("dedupe-service"), "environment"))
                .containsKeys(
                        "RETOLD_DEDUPE_STANDBYS", "RETOLD_DEDUPE_THREADS", "RETOLD_DEDUPE_MEMORY", "RETOLD_MODEL");
        assertThat(child(service("normalize-service"), "environment")).containsKey("RETOLD_NORMALIZE_THREADS");
        for (String name : List.of("ingest-service", "normalize-service", "dedupe-service", "api-service")) {
            assertThat(String.valueOf(service(name).get("mem_limit"))).startsWith("${RETOLD_");
        }
    }

    @Test
    void everythingSaysWhetherItIsHealthy() throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));

        assertThat(dockerfile).contains("HEALTHCHECK", "/q/health/ready");
        assertThat(service("kafka")).containsKey("healthcheck");
        assertThat(service("postgres")).containsKey("healthcheck");
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        List<String> published = new ArrayList<>();
        services.values().forEach(service -> published.addAll(strings(service.get("ports"))));

        assertThat(published)
                .hasSize(4)
                .allSatisfy(port -> assertThat(port.replace("${RETOLD_BIND:-127.0.0.1}", "127.0.0.1"))
                        .startsWith("127.0.0.1:"));
    }

    @Test
    void whoComesToKafkaFromOutsideIsAskedWhoItIsAndMayDoNothingUnlessItIsSaid() {
        assertThat(strings(service("kafka").get("ports")))
                .singleElement()
                .asString()
                .endsWith(":9094");
        assertThat(child(service("kafka"), "environment"))
                .hasEntrySatisfying(
                        "KAFKA_LISTENERS",
                        listeners -> assertThat(listeners.toString()).endsWith("OUTSIDE://:9094"))
                .hasEntrySatisfying(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        protocols -> assertThat(protocols.toString()).contains("OUTSIDE:SASL_"))
                .containsKey("KAFKA_AUTHORIZER_CLASS_NAME")
                .containsEntry("KAFKA_SUPER_USERS", "User:ANONYMOUS");
    }

    @Test
    void ourImagesDoNotRunAsRoot() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("Dockerfile"))).contains("USER 10001:10001");
    }

    @Test
    void everySettingIsInTheExampleWithItsDefault() throws IOException {
        List<String> example = Files.readAllLines(ROOT.resolve(".env.example"));
        Matcher variables = VARIABLE.matcher(Files.readString(ROOT.resolve("docker-compose.yml")));

        Set<String> used = new TreeSet<>();
        while (variables.find()) {
            String value = variables.group(3) == null ? "" : variables.group(3);
            used.add(variables.group(1) + "=" + value);
        }

        assertThat(used).isNotEmpty();
        assertThat(example).containsAll(used);
    }

    private Map<String, Object> service(String name) {
        return requireNonNull(services.get(name), name);
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        Map<String, Object> all = child(document(), "services");
        all.keySet().forEach(name -> services.put(name, child(all, name)));
        return services;
    }

    private static Map<String, Object> document() {
        try (InputStream in = Files.newInputStream(ROOT.resolve("docker-compose.yml"))) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new AssertionError("docker-compose.yml cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        assertThat(parent)
                .extractingByKey(name, map(String.class, Object.class))
                .isNotNull();
        return (Map<String, Object>) requireNonNull(parent.get(name));
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(@Nullable Object list) {
        return list == null ? List.of() : (List<String>) list;
    }
}
