package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service says to people in a record is shown on French pages, and stands among what they can say in French. */
class FrenchSentencesTest {

    private static final Path FRENCH =
            Pipeline.ROOT.resolve("api-service/src/main/resources/messages/sentences_fr.txt");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile(".*([a-z] | [a-z]).*");
    private static final Pattern NOT_SAID = Pattern.compile(
            "^ *\\*|static final String ACCEPT|application/|IllegalArgumentException|must grow| realm=|\\.formatted\\(shortest");
    private static final Pattern MEANING = Pattern.compile("AddressRange\\.of\\(\"[^\"]+\", \"([^\"]+)\"\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dedupe-service/src/main/java/org/retold/dedupe/story/Cast.java",
                "ingest-service/src/main/java/org/retold/ingest/poll/PollOutcome.java",
                "ingest-service/src/main/java/org/retold/ingest/poll/PollPlan.java",
                "ingest-service/src/main/java/org/retold/ingest/poll/PollSchedule.java",
                "ingest-service/src/main/java/org/retold/ingest/poll/Polled.java",
                "ingest-service/src/main/java/org/retold/ingest/poll/Feed.java",
                "ingest-service/src/main/java/org/retold/ingest/http/FeedFetch.java",
                "ingest-service/src/main/java/org/retold/ingest/http/SiteGate.java",
                "ingest-service/src/main/java/org/retold/ingest/feed/FeedReader.java",
                "ingest-service/src/main/java/org/retold/ingest/feed/FeedReading.java",
                "ingest-service/src/main/java/org/retold/ingest/feed/JsonFeedReader.java",
                "ingest-service/src/main/java/org/retold/ingest/feed/ReaderComments.java",
                "ingest-service/src/main/java/org/retold/ingest/feed/XmlFeedReader.java",
                "ingest-service/src/main/java/org/retold/ingest/robots/RobotsRules.java",
                "outbound-http/src/main/java/org/retold/outbound/GuardedDns.java",
                "outbound-http/src/main/java/org/retold/outbound/OutboundClient.java",
                "outbound-http/src/main/java/org/retold/outbound/ResponseReader.java",
                "api-service/src/main/java/org/retold/api/story/QueryWords.java",
                "api-service/src/main/java/org/retold/api/story/StoryQueryReader.java",
                "access/src/main/java/org/retold/access/Door.java"
            })
    void everySentenceHasItsFrench(String source) throws IOException {
        List<String> known = known();

        List<String> said = sentences(source);

        assertThat(said)
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(known)
                        .as("'%s' is in %s, but not in %s", sentence, source, FRENCH)
                        .anyMatch(pattern -> covers(pattern, sentence)));
    }

    @Test
    void everyMeaningOfAnAddressHasItsFrench() throws IOException {
        List<String> meanings = MEANING.matcher(Files.readString(
                        Pipeline.ROOT.resolve("outbound-http/src/main/java/org/retold/outbound/SpecialAddresses.java")))
                .results()
                .map(range -> "% is " + range.group(1))
                .toList();

        assertThat(meanings).hasSizeGreaterThan(20);
        assertThat(known()).containsAll(meanings);
    }

    /** What differs is a percent sign. */
    private static List<String> known() throws IOException {
        return Files.readAllLines(FRENCH).stream()
                .filter(line -> !line.startsWith("#") && line.contains(" => "))
                .map(line -> line.substring(0, line.indexOf(" => ")).replaceAll("\\{\\d[#@~.]?}", "%"))
                .toList();
    }

    /** Whether the pattern has all that is fixed in the sentence, or the sentence is one that fits. */
    private static boolean covers(String pattern, String sentence) {
        return Arrays.stream(sentence.split("%")).map(String::strip).allMatch(pattern::contains)
                || sentence.matches(Arrays.stream(pattern.split("%", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+")));
    }

    private static List<String> sentences(String source) throws IOException {
        try (Stream<String> lines = Files.lines(Pipeline.ROOT.resolve(source))) {
            return lines.filter(line -> !NOT_SAID.matcher(line).find())
                    .flatMap(line -> LITERAL.matcher(line).results())
                    .map(literal -> literal.group(1))
                    .filter(literal -> SENTENCE.matcher(literal).matches())
                    .map(literal -> literal.replaceAll("%(\\.1f|[sd])", "%"))
                    .toList();
        }
    }
}
