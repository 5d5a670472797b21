package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Retold is made of may be passed on with it. */
class LicencesTest {

    /** Of several that one component is offered under, one is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "Mozilla Public License Version 1.1",
            "UPL-1.0",
            "Public Domain",
            "Go License",
            "Similar to Apache License but with the acknowledgment clause removed",
            "GPL-2.0-with-classpath-exception",
            "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)",
            "GNU General Public License (GPL), version 2, with the Classpath exception");

    private static final Path SBOM = Pipeline.ROOT.resolve("target/sbom.json");

    @Test
    void everyComponentHasALicenceThatMayBePassedOn() throws IOException {
        assumeTrue(Files.exists(SBOM), "there is no bill of materials: ./retold sbom writes it");

        JsonNode components = new ObjectMapper().readTree(SBOM.toFile()).get("components");
        Map<String, Set<String>> others = new TreeMap<>();
        for (JsonNode component : components) {
            Set<String> licences = licences(component);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                others.put(
                        "%s:%s"
                                .formatted(
                                        component.path("group").asText(),
                                        component.get("name").asText()),
                        licences);
            }
        }

        assertThat(components).hasSizeGreaterThan(100);
        assertThat(others).isEmpty();
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode licence : component.path("licenses")) {
            licences.add(licence.path("expression")
                    .asText(licence.at("/license/id")
                            .asText(licence.at("/license/name").asText())));
        }
        return licences;
    }
}
