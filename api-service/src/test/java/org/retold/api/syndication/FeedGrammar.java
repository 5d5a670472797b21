package org.retold.api.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.retold.contract.Json;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What a format's specification says, and what it has against a feed. */
public enum FeedGrammar {
    ATOM("atom.rnc"),
    RSS("rss.rnc"),
    JSON_FEED("json-feed.schema.json");

    private final String file;

    FeedGrammar(String file) {
        this.file = file;
    }

    /** Empty where it is a feed of this format. */
    public List<String> complaints(String feed) {
        try (InputStream grammar = requireNonNull(FeedGrammar.class.getResourceAsStream("/feeds/" + file))) {
            return switch (this) {
                case ATOM, RSS -> ofXml(grammar, feed);
                case JSON_FEED ->
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(new String(grammar.readAllBytes(), UTF_8))
                            .validate(Json.MAPPER.readTree(feed))
                            .stream()
                            .map(ValidationMessage::getMessage)
                            .toList();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ofXml(InputStream grammar, String feed) throws IOException {
        List<String> complaints = new ArrayList<>();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new DefaultHandler() {
            @Override
            public void error(SAXParseException e) {
                complaints.add(e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                error(e);
            }
        });
        ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try {
            if (!driver.loadSchema(new InputSource(grammar))) {
                throw new IllegalStateException("the grammar is wrong: " + complaints);
            }
            driver.validate(new InputSource(new StringReader(feed)));
        } catch (SAXException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        return complaints;
    }
}
