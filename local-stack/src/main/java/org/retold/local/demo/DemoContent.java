package org.retold.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Publishers and articles as they stand in the data files. */
public record DemoContent(List<Publisher> publishers, List<DemoArticle> articles) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    public DemoContent {
        publishers = List.copyOf(publishers);
        articles = articles.stream()
                .sorted(Comparator.comparing(DemoArticle::published).thenComparing(DemoArticle::id))
                .toList();
    }

    /** Those that come with the project. */
    public static DemoContent bundled() {
        try {
            URL found = DemoContent.class.getResource("publishers.json");
            if (found == null) {
                throw new IllegalStateException("the demo site's data files are not on the class path");
            }
            URI uri = found.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return read(
                            jar.getPath(uri.toString().substring(uri.toString().indexOf('!') + 1)));
                }
            }
            return read(Path.of(uri));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo site's data files cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoContent read(Path publishersFile) throws IOException {
        List<Publisher> publishers = JSON.readValue(Files.readAllBytes(publishersFile), new TypeReference<>() {});
        List<DemoArticle> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(publishersFile.resolveSibling("articles"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                articles.add(JSON.readValue(Files.readAllBytes(file), DemoArticle.class));
            }
        }
        return new DemoContent(publishers, articles);
    }
}
