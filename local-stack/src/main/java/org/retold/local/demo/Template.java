package org.retold.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document with named gaps, written {@code {{name}}}. */
record Template(String text) {

    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    /** One that comes with the project, among the looks of the sites. */
    static Template named(String file) {
        try (InputStream in = Template.class.getResourceAsStream("/org/retold/local/look/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no template " + file);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to fill it. */
    Filling filled() {
        return new Filling(this, new HashMap<>());
    }

    /** A template and what goes into its gaps. */
    record Filling(Template template, Map<String, String> values) {

        /** @param value its text as the document has it, escaped where needed */
        Filling with(String gap, Object value) {
            values.put(gap, value.toString());
            return this;
        }

        /** Fills every gap that is named after a label. */
        Filling with(Wording wording) {
            wording.labels().forEach((gap, label) -> values.put(gap, Markup.text(label)));
            return this;
        }

        /** The document; every gap must have been given a value. */
        String text() {
            return GAP.matcher(template.text()).replaceAll(match -> {
                String value = values.get(match.group(1));
                if (value == null) {
                    throw new IllegalStateException("nothing was given for " + match.group(1));
                }
                return Matcher.quoteReplacement(value);
            });
        }
    }
}
