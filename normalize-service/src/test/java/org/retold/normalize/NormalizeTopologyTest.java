package org.retold.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.CloudEvents;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.contract.Removal;
import org.retold.contract.Removal.State;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.normalize.article.ArticleId;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.article.Outcome;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.kafka.Tally;
import org.retold.normalize.language.LanguageReader;
import org.retold.normalize.takedown.Takedowns;

class NormalizeTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final String TEXT =
            "<p>Le conseil municipal de Brévans a voté lundi la réouverture de la ligne de tramway, selon Reuters.</p>"
                    + "<p>Les travaux commenceront au printemps et dureront deux ans, a précisé la maire.</p>";

    private final CountingTally tally = new CountingTally();
    private final Takedowns takedowns = known();
    private final Topology topology =
            new NormalizeTopology(new Normalizer(new LanguageReader()), takedowns, tally).build();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology, new Properties());
    private final TestInputTopic<String, byte[]> items =
            driver.createInputTopic(Topics.ITEMS.name(), new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, Article> articles = driver.createOutputTopic(
            Topics.ARTICLES.name(),
            Topics.ARTICLES.keySerde().deserializer(),
            Topics.ARTICLES.valueSerde().deserializer());
    private final TestOutputTopic<String, Rejection> rejections = driver.createOutputTopic(
            Topics.REJECTIONS.name(),
            Topics.REJECTIONS.keySerde().deserializer(),
            Topics.REJECTIONS.valueSerde().deserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anItemBecomesAnArticleAtTheTimeItWasAccepted() {
        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));

        TestRecord<String, Article> record = articles.readRecord();
        assertThat(record.key()).isEqualTo(record.value().id() + "/0/0");
        assertThat(record.getRecordTime()).isEqualTo(NOON);
        assertThat(record.value().paragraphs()).hasSize(2);
        assertThat(record.value().credits().agencies()).containsExactly("Reuters");
        assertThat(header(record, CloudEvents.TYPE)).isEqualTo("org.retold.article.v1");
        assertThat(header(record, CloudEvents.TIME)).isEqualTo(NOON.toString());
        assertThat(rejections.isEmpty()).isTrue();
    }

    @Test
    void aPoisonRecordIsRejectedAndTheStreamGoesOn() {
        items.pipeInput("broken", "this is no item".getBytes(UTF_8), NOON);
        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));

        Rejection rejection = rejections.readValue();
        assertThat(rejection.code()).isEqualTo("not-json");
        assertThat(rejection.topic()).isEqualTo(Topics.ITEMS.name());
        assertThat(rejection.offset()).isZero();
        assertThat(rejection.key()).isEqualTo("broken");
        assertThat(rejection.at()).isEqualTo(NOON);
        assertThat(articles.readValue().title()).isEqualTo("Brévans rouvre son tramway");
        assertThat(tally.codes).containsExactly("not-json");
    }

    @Test
    void aRecordWithoutValueIsRejected() {
        items.pipeInput("nothing", null, NOON);

        assertThat(rejections.readValue().code()).isEqualTo("empty-record");
    }

    @Test
    void anItemWithoutTextIsRejectedWithItsAddress() {
        send(Items.feed("https://example.org/empty", "Nothing to read", null, "<script>alert(1)</script>"));

        Rejection rejection = rejections.readValue();
        assertThat(rejection.code()).isEqualTo("no-text");
        assertThat(rejection.url()).isEqualTo("https://example.org/empty");
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void theSameItemMakesTheSameRecord() {
        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));
        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));

        TestRecord<String, Article> first = articles.readRecord();
        TestRecord<String, Article> second = articles.readRecord();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.key()).as("so that compaction keeps both").isNotEqualTo(first.key());
    }

    @Test
    void anItemOfAVersionThatIsNotKnownIsRefusedHoweverItLooks() {
        Item item = Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT);

        items.pipeInput(new TestRecord<>(item.key(), Json.write(item), ofType("org.retold.item.v99"), NOON));

        assertThat(articles.isEmpty()).isTrue();
        assertThat(rejections.readValue()).satisfies(rejection -> {
            assertThat(rejection.code()).isEqualTo("unknown-version");
            assertThat(rejection.message()).contains("org.retold.item.v99");
        });

        items.pipeInput(new TestRecord<>(item.key(), Json.write(item), ofType("org.retold.item.v1"), NOON));

        assertThat(articles.readValue().title()).isEqualTo("Brévans rouvre son tramway");
    }

    private static Headers ofType(String type) {
        return new RecordHeaders().add(CloudEvents.TYPE, type.getBytes(UTF_8));
    }

    @Test
    void whatWasTakenDownDoesNotComeAgainUnderAnyAddress() {
        takedowns.say(new Takedown("t1", "http://www.example.org/tram/?utm_source=mail", "operator", NOON, null));
        takedowns.report(new Removal("t1", List.of(idOf("https://example.org/ligne-3")), State.REMOVING, NOON));

        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));
        send(Items.feed("https://example.org/ligne-3#commentaires", "Brévans rouvre son tramway", null, TEXT));

        assertThat(articles.isEmpty()).isTrue();
        assertThat(rejections.readValuesToList()).hasSize(2).allSatisfy(rejection -> {
            assertThat(rejection.code()).isEqualTo("taken-down");
            assertThat(rejection.original()).isNull();
        });
    }

    @Test
    void whatWasTakenDownAtItsFirstAddressDoesNotComeFromItsNext() {
        takedowns.say(new Takedown("t1", "https://example.org/tram", "operator", NOON, null));
        Item item = Items.feed("https://example.org/ligne-3", "La ligne 3 rouvre", null, TEXT);

        send(knownAs("https://example.org/tram", item));
        assertThat(rejections.readValue().code()).isEqualTo("taken-down");

        send(item);
        assertThat(articles.readValue().title())
                .as("the same without that past")
                .isEqualTo("La ligne 3 rouvre");
    }

    private static Item knownAs(String firstUrl, Item item) {
        return new Item(
                item.key(),
                item.url(),
                item.guid(),
                item.externalId(),
                item.feedUrl(),
                item.publisher(),
                item.title(),
                item.published(),
                item.language(),
                item.authors(),
                item.subjects(),
                item.body(),
                item.fetched(),
                new FirstAddress(firstUrl, null, List.of()));
    }

    @Test
    void whatWasLiftedMayComeAgain() {
        takedowns.say(new Takedown("t1", "https://example.org/tram", "operator", NOON, null));
        takedowns.lift("t1");

        send(Items.feed("https://example.org/tram", "Brévans rouvre son tramway", null, TEXT));

        assertThat(articles.readValue().title()).isEqualTo("Brévans rouvre son tramway");
    }

    /** A changed description means changed names of what is deployed. Update on purpose only. */
    @Test
    void topologyIsTheOneThatIsDeployed() throws IOException {
        assertThat(topology.describe().toString())
                .isEqualToNormalizingNewlines(golden("/golden/normalize-topology.txt"));
    }

    private static Takedowns known() {
        Takedowns takedowns = new Takedowns();
        takedowns.areKnown();
        return takedowns;
    }

    private static String idOf(String url) {
        return ArticleId.of(url).orElseThrow();
    }

    private void send(Item item) {
        items.pipeInput(item.key(), Json.write(item), NOON);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String golden(String path) throws IOException {
        try (InputStream in = NormalizeTopologyTest.class.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), UTF_8);
        }
    }

    private static final class CountingTally implements Tally {

        private final List<String> codes = new ArrayList<>();

        @Override
        public Outcome count(Supplier<Outcome> normalization) {
            return normalization.get();
        }

        @Override
        public void refused(String code) {
            codes.add(code);
        }
    }
}
