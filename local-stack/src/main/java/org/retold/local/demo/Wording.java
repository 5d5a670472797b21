package org.retold.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a site writes around its articles, in its language.
 *
 * @param labels plain text by the name of the gap that it fills
 */
record Wording(Locale locale, DateTimeFormatter dates, Map<String, String> labels) {

    Wording {
        labels = Map.copyOf(labels);
    }

    /** @param language two letters */
    static Wording in(String language) {
        String file = "/org/retold/local/look/wording-" + language + ".properties";
        Properties read = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no site that writes '" + language + "'");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Locale locale = Locale.forLanguageTag(read.getProperty("locale"));
        return new Wording(
                locale,
                DateTimeFormatter.ofPattern(read.getProperty("date"), locale),
                read.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, read::getProperty)));
    }

    /** A day as the site's readers write it. */
    String day(OffsetDateTime time) {
        return dates.format(time);
    }

    /** A label with its own gaps filled. */
    String label(String name, Object... values) {
        String label = labels.get(name);
        if (label == null) {
            throw new IllegalArgumentException("there is no label " + name);
        }
        return label.formatted(values);
    }
}
