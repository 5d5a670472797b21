package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.retold.local.stack.Service;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What the services carry may be passed on with them, as the projects say that made it; looked at in every build.
 * {@link LicencesTest} looks at all of Retold.
 */
class LibrariesTest {

    /** Of several that a library is offered under, one is enough. */
    private static final Pattern MAY_BE_PASSED_ON = Pattern.compile("(?i).*(?:apache.*2(?:\\.0)?|\\bMIT\\b|\\bBSD\\b"
            + "|\\bEPL\\b|\\bEDL\\b|Eclipse (?:Public|Distribution) License|Mozilla Public License|Public Domain"
            + "|Similar to Apache License).*");

    /** Where the build keeps what it resolved; Surefire says it. */
    private static final Path REPOSITORY = Path.of(System.getProperty("localRepository", "nowhere"));

    @Test
    void everyLibraryHasALicenceThatMayBePassedOn() throws Exception {
        assumeTrue(Files.isDirectory(REPOSITORY), "no build says where it keeps what it resolved");
        Map<String, List<String>> licences = new TreeMap<>();
        for (Service service : Service.values()) {
            Path list = service.jar(Pipeline.ROOT).resolveSibling("quarkus-app-dependencies.txt");
            for (String library : Files.readAllLines(list)) {
                List<String> parts = List.of(library.split(":", -1));
                if (!parts.getFirst().equals("org.retold")) {
                    licences.put(library, licences(parts.getFirst(), parts.get(1), parts.getLast()));
                }
            }
        }

        assertThat(licences)
                .hasSizeGreaterThan(100)
                .allSatisfy((library, names) -> assertThat(names)
                        .as(library)
                        .anySatisfy(name -> assertThat(name).matches(MAY_BE_PASSED_ON)));
    }

    /** The names of the licences, in the library's own project or in the nearest above it that says any. */
    private static List<String> licences(String group, String artifact, String version) throws Exception {
        Path file = REPOSITORY.resolve(
                Path.of(group.replace('.', '/'), artifact, version, artifact + "-" + version + ".pom"));
        Element project = read(file);
        NodeList said = project.getElementsByTagName("license");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < said.getLength(); i++) {
            names.add(child((Element) said.item(i), "name"));
        }
        if (!names.isEmpty()) {
            return names;
        }
        for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element parent && parent.getTagName().equals("parent")) {
                return licences(child(parent, "groupId"), child(parent, "artifactId"), child(parent, "version"));
            }
        }
        return List.of();
    }

    private static Element read(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (var in = Files.newInputStream(file)) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException e) {
            throw new IOException("the build has no project of " + file.getFileName(), e);
        }
    }

    private static String child(Element element, String name) {
        Node found = element.getElementsByTagName(name).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }
}
