package org.retold.api.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A grammar that takes everything would say nothing about our feeds. */
final class FeedGrammarTest {

    @ParameterizedTest
    @EnumSource
    void takesTheExampleOfTheDescription(FeedGrammar grammar) throws IOException {
        assertThat(grammar.complaints(example(grammar))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATOM | <author>[^$]*?</author> | ''",
                "ATOM | <name>Retold</name> | <name/>",
                "ATOM | <updated>[^<]*</updated> | ''",
                "ATOM | <updated>[^<]*</updated> | <updated>Tue, 13 Feb 2024 22:40:01 GMT</updated>",
                "ATOM | <id>[^<]*</id> | <id>retold</id>",
                "ATOM | <id>[^<]*</id> | <id>urn:a</id><id>urn:b</id>",
                "ATOM | '(<entry[^$]*?)<link [^>]*/>' | $1",
                "ATOM | <category term=\"[^\"]*\" */> | <category/>",
                "ATOM | </entry> | <body/></entry>",
                "ATOM | </feed> | ''",
                "ATOM | '</id>\\s*<title>' | '</id><author><name/></author><title>'",
                "RSS | version=\"2.0\" | ''",
                "RSS | <description>[^<]*</description> | ''",
                "RSS | <link>[^<]*</link> | <link>/stories</link>",
                "RSS | <pubDate>[^<]*</pubDate> | <pubDate>2024-02-13T22:40:01Z</pubDate>",
                "RSS | isPermaLink=\"false\" | ''",
                "RSS | <atom:link[^>]*/> | ''",
                "RSS | </item> | <updated/></item>",
                "JSON_FEED | version/1.1 | version/1",
                "JSON_FEED | \"title\": \"Retold\", | ''",
                "JSON_FEED | '\"id\": \"[^\"]*\",' | ''",
                "JSON_FEED | content_text | content",
                "JSON_FEED | '(\"date_modified\": )\"[^\"]*\"' | $1\"yesterday\"",
                "JSON_FEED | '(\"items\": )\\[' | '$1[ 1,'"
            })
    void takesNoBrokenFeed(FeedGrammar grammar, String part, String instead) throws IOException {
        String example = example(grammar);

        String broken = example.replaceFirst(part, instead);

        assertThat(broken).isNotEqualTo(example);
        assertThat(grammar.complaints(broken)).isNotEmpty();
    }

    private static String example(FeedGrammar grammar) throws IOException {
        String file = switch (grammar) {
            case ATOM -> "atom.xml";
            case RSS -> "rss.xml";
            case JSON_FEED -> "feed.json";
        };
        try (InputStream example =
                requireNonNull(FeedGrammarTest.class.getResourceAsStream("/openapi/syndicateStories.200." + file))) {
            return new String(example.readAllBytes(), UTF_8);
        }
    }
}
