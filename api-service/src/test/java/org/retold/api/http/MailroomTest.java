package org.retold.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.retold.api.Newsroom.story;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.api.Newsroom;
import org.retold.api.Receiver;
import org.retold.api.Receiver.Reaction;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.postgres.DeliveryQueries;
import org.retold.api.postgres.Letterbox;
import org.retold.api.postgres.Outbox;
import org.retold.api.postgres.ReadModel;
import org.retold.api.postgres.TestDatabase;
import org.retold.api.postgres.WebhookTable;
import org.retold.api.postgres.WebhookTable.Wish;
import org.retold.api.webhook.Attempt;
import org.retold.api.webhook.Delivery;
import org.retold.api.webhook.Lease;
import org.retold.api.webhook.Letter;
import org.retold.api.webhook.RetrySchedule;
import org.retold.api.webhook.Secret;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.Article;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.OutboundClient;

final class MailroomTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final List<Kind> ALL_KINDS =
            List.of(Kind.CREATED, Kind.JOINED, Kind.REVISED, Kind.MERGED, Kind.SPLIT, Kind.EXPIRED, Kind.WITHDRAWN);

    private volatile Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel = new ReadModel(database.migrations(), database.jdbi(), clock);
    private final WebhookTable webhooks = new WebhookTable(database.jdbi(), clock, 100);
    private final DeliveryQueries deliveries = new DeliveryQueries(database.jdbi());
    private final Outbox outbox = new Outbox(database.jdbi(), clock);
    private final OutboundClient web =
            new OutboundClient(new AddressGuard(true), new Bounds(SECONDS, SECONDS, SECONDS, 0), "Retold/test");
    private final Receiver receiver = new Receiver();
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(receiver, web));
    private long offset;

    @BeforeEach
    void migrate() {
        readModel.migrate();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable open : opened.reversed()) {
            open.close();
        }
    }

    @Test
    void whatHappensIsPostedAndSignedSoThatTheReceiverCanTell() throws GeneralSecurityException {
        Secret secret = Secret.fresh(new Random(1));
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS, secret);
        open();

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));

        eventually(() -> receiver.calls.size() == 1);
        Receiver.Call call = receiver.calls.getFirst();
        assertThat(call.body())
                .startsWith("{\"type\":\"story.created\",\"timestamp\":\""
                        + event("e1", "a", Kind.CREATED, 1).at())
                .contains("\"data\":{\"event\":{\"id\":\"e1\"", "\"story\":{\"id\":\"a\"", "Headline of a");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.word().substring("whsec_".length())), "x"));
        byte[] signature = mac.doFinal(
                "%s.%d.%s".formatted(call.id(), call.timestamp(), call.body()).getBytes(UTF_8));
        assertThat(call.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(signature));
        assertThat(call.timestamp()).isEqualTo(NOON.getEpochSecond());
        eventually(() -> isDelivered("wh_1"));
        assertThat(only("wh_1").attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.request().body()).isEqualTo(call.body());
            assertThat(attempt.request().headers()).containsEntry("webhook-signature", call.signature());
            assertThat(attempt.answer())
                    .isNotNull()
                    .extracting(Attempt.Answer::status)
                    .isEqualTo(204);
            assertThat(attempt.problem()).isNull();
        });
    }

    @Test
    void anotherSecretSignsBesideTheOneBeforeForADay() {
        Secret before = Secret.fresh(new Random(1));
        Secret after = Secret.fresh(new Random(2));
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS, before);
        webhooks.rotate("wh_1", after);
        open();

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        eventually(() -> receiver.calls.size() == 1);

        Receiver.Call first = receiver.calls.getFirst();
        assertThat(first.signature())
                .isEqualTo(
                        after.sign(first.id(), NOON, first.body()) + " " + before.sign(first.id(), NOON, first.body()));

        now = NOON.plus(Duration.ofHours(25));
        happened(event("e2", "a", Kind.REVISED, 1));
        eventually(() -> receiver.calls.size() == 2);

        assertThat(receiver.calls.get(1).signature()).doesNotContain(" ");
    }

    @Test
    void whatIsNotTakenIsToldAgainLaterUnderTheSameId() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call ->
                receiver.calls.size() < 3 ? new Reaction(500, Map.of("X-Why", "tired"), "Not now") : Reaction.of(200));
        open();

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));

        eventually(() -> webhook("wh_1").failures() == 1);
        assertThat(only("wh_1").nextTry()).isBetween(NOON.plusSeconds(4), NOON.plusSeconds(6));
        now = NOON.plusSeconds(6);
        eventually(() -> webhook("wh_1").failures() == 2);
        assertThat(only("wh_1").nextTry()).isBetween(NOON.plusSeconds(33), NOON.plusSeconds(40));
        now = NOON.plusSeconds(40);
        eventually(() -> isDelivered("wh_1"));

        assertThat(receiver.ids()).hasSize(3).containsOnly(only("wh_1").id());
        assertThat(only("wh_1").attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(only("wh_1").attempts().getFirst()).satisfies(attempt -> {
            assertThat(attempt.problem()).isEqualTo("It answered 500.");
            assertThat(attempt.answer()).isNotNull().satisfies(answer -> {
                assertThat(answer.beginning()).isEqualTo("Not now");
                assertThat(answer.headers()).containsEntry("x-why", List.of("tired"));
            });
        });
        assertThat(webhook("wh_1").failures()).isZero();
        assertThat(webhook("wh_1").failingSince()).isNull();
    }

    @Test
    void twoInstancesTellNothingTwiceAndInOrder() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        open();
        open();

        happened(story("a", 1, 1, 1, "x"));
        for (int i = 0; i < 50; i++) {
            happened(event("e" + i, "a", Kind.REVISED, 1));
        }

        eventually(() -> receiver.calls.size() >= 50 && webhook("wh_1").waiting() == 0);
        assertThat(receiver.ids()).hasSize(50).doesNotHaveDuplicates();
        assertThat(receiver.calls.stream()
                        .map(call -> call.body().replaceAll(".*\"event\":\\{\"id\":\"(e\\d+)\".*", "$1")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "e" + i).toList());
    }

    @Test
    void whatAnInstanceHadInHandWhenItWasKilledIsToldByAnotherOneUnderTheSameId() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        outbox.prepare();
        Letterbox killed = letterbox(Duration.ofDays(3));
        List<Lease> leases = killed.lease("killed", TERM, 10);
        String inHand = killed.next(leases.getFirst()).orElseThrow().id();

        open();
        now = NOON.plus(TERM).minusSeconds(1);
        assertThat(killed.lease("other", TERM, 10)).isEmpty();
        now = NOON.plus(TERM).plusSeconds(1);

        eventually(() -> receiver.calls.size() == 1);
        assertThat(receiver.ids()).containsExactly(inHand);
        assertThat(killed.next(leases.getFirst()))
                .as("who lost the lease gets nothing")
                .isEmpty();
    }

    @Test
    void aSlowReceiverWaitsForItselfOnly() throws InterruptedException {
        CountDownLatch patience = new CountDownLatch(1);
        try (Receiver slow = new Receiver()) {
            slow.reacts(call -> {
                try {
                    patience.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Reaction.of(200);
            });
            add("wh_slow", slow.url(), WebhookFilter.ALL, ALL_KINDS);
            add("wh_quick", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
            open();

            happened(story("a", 1, 1, 1, "x"));
            for (int i = 0; i < 20; i++) {
                happened(event("e" + i, "a", Kind.REVISED, 1));
            }

            eventually(() -> receiver.calls.size() == 20);
            assertThat(slow.calls).hasSize(1);
            eventually(() -> webhook("wh_slow").failures() == 1);
            assertThat(delivery("wh_slow", 19).attempts().getFirst().problem()).contains("no whole answer within");
            patience.countDown();
        }
    }

    @Test
    void whoSaysThatItIsGoneIsDisabledAtOnce() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> Reaction.of(410));
        open();

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1), event("e2", "a", Kind.REVISED, 1));

        eventually(() -> webhook("wh_1").state() == Webhook.State.DISABLED);
        outbox.count();
        assertThat(outbox.count(Webhook.State.DISABLED)).isEqualTo(1);
        assertThat(outbox.count(Webhook.State.ACTIVE)).isZero();
        assertThat(webhook("wh_1").because()).contains("410");
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void whoTakesNothingForDaysIsDisabledAndGoesOnWhereItWasWhenTheOperatorSaysSo() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> new Reaction(302, Map.of("Location", "/elsewhere"), ""));
        open();
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));

        for (int hours = 0; hours <= 90 && webhook("wh_1").state() == Webhook.State.ACTIVE; hours += 13) {
            int tried = receiver.calls.size();
            now = NOON.plus(Duration.ofHours(hours));
            eventually(() -> receiver.calls.size() > tried && webhook("wh_1").failures() > tried);
        }

        assertThat(webhook("wh_1").state()).isEqualTo(Webhook.State.DISABLED);
        assertThat(webhook("wh_1").because()).contains("It took nothing since 2026-03-01T12", "302", "not followed");
        assertThat(only("wh_1").state())
                .as("nobody knows whether it is to blame")
                .isEqualTo(Delivery.State.PENDING);
        happened(event("e2", "a", Kind.REVISED, 1));
        receiver.reacts(call -> Reaction.of(200));

        webhooks.change("wh_1", new Wish(null, null, Webhook.State.ACTIVE, null, null));

        eventually(
                () -> webhook("wh_1").lastSuccess() != null && webhook("wh_1").waiting() == 0);
        assertThat(deliveries.list("wh_1", Delivery.State.DELIVERED, 10, null).items())
                .hasSize(2);
        assertThat(webhook("wh_1").because()).isNull();
    }

    @Test
    void whatAloneIsNotTakenIsGivenUpAfterEightTimesAndTheOthersGoOn() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> Reaction.of(call.body().contains("\"id\":\"e1\"") ? 500 : 200));
        open();
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        String alone = eventuallyOnly("wh_1").id();

        for (int i = 2; i <= 12; i++) {
            int all = i - 1;
            now = now.plus(Duration.ofHours(14));
            happened(event("e" + i, "a", Kind.REVISED, 1));
            eventually(() -> {
                now = now.plusSeconds(5);
                return delivered("wh_1") == all;
            });
        }

        Delivery givenUp = deliveries.find("wh_1", alone).orElseThrow();
        assertThat(givenUp.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(givenUp.attempts()).hasSize(8);
        assertThat(givenUp.nextTry()).isNull();
        assertThat(receiver.ids().stream().filter(id -> !id.equals(alone)))
                .hasSize(11)
                .doesNotHaveDuplicates();
        assertThat(webhook("wh_1").state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(webhook("wh_1").waiting()).isZero();
    }

    @Test
    void whoAsksToBeLeftAloneIs() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> new Reaction(429, Map.of("Retry-After", "900"), ""));
        open();

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1), event("e2", "a", Kind.REVISED, 1));

        eventually(() -> webhook("wh_1").restsUntil() != null);
        assertThat(webhook("wh_1").restsUntil()).isBetween(NOON.plusSeconds(900), NOON.plusSeconds(903));
        now = NOON.plusSeconds(890);
        receiver.reacts(call -> Reaction.of(200));
        assertThat(letterbox(Duration.ofDays(3)).lease("other", TERM, 10)).isEmpty();
        now = NOON.plusSeconds(910);
        eventually(() -> webhook("wh_1").waiting() == 0);
        assertThat(receiver.calls).hasSize(3);
    }

    @Test
    void anotherAddressNeedNotRestAndBeginsAnew() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> new Reaction(429, Map.of("Retry-After", "43200"), ""));
        open();
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        eventually(() -> webhook("wh_1").restsUntil() != null);

        webhooks.change("wh_1", new Wish(receiver.url(), "the same address", null, null, null));
        assertThat(webhook("wh_1").restsUntil()).isAfter(NOON);
        try (Receiver other = new Receiver()) {
            webhooks.change("wh_1", new Wish(other.url(), null, null, null, null));

            eventually(() -> isDelivered("wh_1"));
            assertThat(other.ids()).containsExactly(only("wh_1").id());
        }
    }

    @Test
    void whatTheAddressBeforeDidIsNotHeldAgainstAnother() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> Reaction.of(500));
        open();
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        eventually(() -> webhook("wh_1").failures() == 1);

        now = NOON.plus(Duration.ofDays(3));
        try (Receiver other = new Receiver()) {
            other.reacts(call -> Reaction.of(500));
            webhooks.change("wh_1", new Wish(other.url(), null, null, null, null));
            eventually(() -> other.calls.size() == 1 && only("wh_1").attempts().size() > 1);
        }

        assertThat(webhook("wh_1").state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(webhook("wh_1").failures()).isEqualTo(1);
        assertThat(webhook("wh_1").failingSince()).isEqualTo(now);
    }

    @Test
    void oneThatRestsIsAskedAtOnceWhenTheOperatorSaysSo() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> new Reaction(429, Map.of("Retry-After", "43200"), ""));
        open();
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        eventually(() -> webhook("wh_1").restsUntil() != null);
        receiver.reacts(call -> Reaction.of(200));

        webhooks.change("wh_1", new Wish(null, null, Webhook.State.ACTIVE, null, null));

        eventually(() -> isDelivered("wh_1"));
    }

    @Test
    void whatIsSentByHandTwiceAtATimeIsInTheLogTwice() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        String ping = outbox.ping("wh_1").orElseThrow();
        Letterbox letterbox = letterbox(Duration.ofDays(3));
        Postman postman = new Postman(web, clock);
        Letter one = letterbox.byHand("wh_1", ping).orElseThrow();
        Letter other = letterbox.byHand("wh_1", ping).orElseThrow();

        for (Letter letter : List.of(one, other)) {
            Postman.Errand errand = postman.deliver(letter);
            letterbox.settle(letter, errand.attempt(), errand.verdict(), true);
        }

        assertThat(only("wh_1").attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void whoSaysThatItIsGoneWhenItIsTriedByHandIsNotDisabled() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> Reaction.of(410));
        Mailroom mailroom = open();

        assertThat(mailroom.sendByHand("wh_1", outbox.ping("wh_1").orElseThrow()))
                .isTrue();

        assertThat(webhook("wh_1").state()).isEqualTo(Webhook.State.ACTIVE);
        assertThat(only("wh_1").attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.problem()).contains("410"));
    }

    @Test
    void anAddressThatIsRefusedIsNotAskedAndTheLogSaysWhy() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        try (OutboundClient guarded =
                new OutboundClient(new AddressGuard(false), new Bounds(SECONDS, SECONDS, SECONDS, 0), "x")) {
            open(guarded);

            happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));

            eventually(() -> webhook("wh_1").failures() == 1);
        }
        assertThat(only("wh_1").attempts().getFirst().problem())
                .isEqualTo("The address is refused: 127.0.0.1 is loopback.");
        assertThat(receiver.calls).isEmpty();
    }

    @Test
    void aWebhookIsToldOfStoriesAsItsFilterSaysAndHowTheyGoOn() {
        add("wh_1", receiver.url(), new WebhookFilter(null, null, null, null, 2), ALL_KINDS);
        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        happened(story("b", 1, 2, 1, "y"), event("e2", "b", Kind.CREATED, 1));
        outbox.prepare();

        happened(story("a", 2, 3, 1, "x", "z"), event("e3", "a", Kind.JOINED, 2));
        outbox.prepare();
        happened(story("a", 3, 4, 1, "x"), event("e4", "a", Kind.SPLIT, 3));
        open();
        happened(event("e5", "b", Kind.EXPIRED, 1), event("e6", "a", Kind.EXPIRED, 3));

        eventually(() -> receiver.calls.size() == 3);
        assertThat(receiver.calls)
                .extracting(call -> call.body().replaceAll("\\{\"type\":\"([a-z.]+)\".*", "$1"))
                .containsExactly("story.joined", "story.split", "story.expired");
    }

    @Test
    void everyWordOfTheFilterCounts() {
        List<WebhookFilter> meant = List.of(
                new WebhookFilter("en", null, null, null, null),
                new WebhookFilter(null, "the x", null, null, null),
                new WebhookFilter(null, null, "REUTERS", null, null),
                new WebhookFilter(null, null, null, "crane -ship", null),
                new WebhookFilter("en", "x.example.org", "Reuters", "cranes", 1));
        List<WebhookFilter> others = List.of(
                new WebhookFilter("fr", null, null, null, null),
                new WebhookFilter(null, "the y", null, null, null),
                new WebhookFilter(null, null, "AFP", null, null),
                new WebhookFilter(null, null, null, "ship", null),
                new WebhookFilter("en", "x.example.org", "Reuters", "crane", 2));
        for (int i = 0; i < 5; i++) {
            add("wh_meant" + i, receiver.url(), meant.get(i), List.of(Kind.CREATED));
            add("wh_other" + i, receiver.url(), others.get(i), List.of(Kind.CREATED));
        }
        add("wh_kinds", receiver.url(), WebhookFilter.ALL, List.of(Kind.MERGED));
        apply(InventedBatch.of(Newsroom.article("x", "A crane fell", "en", "Nobody was hurt.")));

        happened(story("a", 1, 1, 1, "x"), event("e1", "a", Kind.CREATED, 1));
        outbox.prepare();

        assertThat(webhooks.all())
                .allSatisfy(webhook -> assertThat(webhook.waiting())
                        .as(webhook.toString())
                        .isEqualTo(webhook.id().startsWith("wh_meant") ? 1 : 0));
    }

    @Test
    void whatIsReadAgainIsNotToldAgainAlsoFromATopicThatWasMadeAnew() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        StoryEvent first = event("e1", "a", Kind.CREATED, 1);
        happened(story("a", 1, 1, 1, "x"), first);
        open();
        eventually(() -> receiver.calls.size() == 1);

        readModel.startOver(List.of(Topics.STORIES.name(), Topics.STORY_EVENTS.name()));
        offset = 0;
        happened(story("a", 1, 1, 1, "x"), first);
        now = NOON.plusSeconds(20);
        happened(event("e2", "a", Kind.REVISED, 1));

        eventually(() -> receiver.calls.size() == 2);
        assertThat(receiver.calls.get(1).body()).contains("\"id\":\"e2\"");
    }

    @Test
    void nothingIsToldOfWhatHappenedBeforeAndAPausedOneIsToldLater() {
        now = NOON.minusSeconds(60);
        StoryEvent old = event("e0", "a", Kind.CREATED, 1);
        now = NOON;
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        webhooks.change("wh_1", new Wish(null, null, Webhook.State.PAUSED, null, null));
        open();
        happened(story("a", 1, 1, 1, "x"), old, event("e1", "a", Kind.REVISED, 1));
        outbox.prepare();
        assertThat(webhook("wh_1").waiting()).isZero();

        webhooks.change("wh_1", new Wish(null, null, Webhook.State.ACTIVE, null, null));

        eventually(() -> receiver.calls.size() == 1);
        assertThat(receiver.calls.getFirst().body()).contains("\"id\":\"e1\"");
    }

    @Test
    void noWordOfAnArticleThatWasTakenDownIsSentOrKept() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        add("wh_2", "http://127.0.0.1:1/", WebhookFilter.ALL, ALL_KINDS);
        receiver.reacts(call -> new Reaction(200, Map.of("X-Echo", "Secret"), "Thanks: " + call.body()));
        open();
        Story.Member only = Newsroom.member("x", 0, Relation.ORIGINAL);
        Story.Member other = Newsroom.member("y", 1, Relation.RETELLING);
        happened(story("a", 1, 1, 1, only.title(), List.of(only, other), null), event("e1", "a", Kind.CREATED, 1));
        eventually(() -> isDelivered("wh_1") && webhook("wh_2").failures() == 1);
        assertThat(everythingIn("webhook_attempt")).contains(only.title());

        said(new Takedown("t1", only.url(), "operator", NOON, null), Newsroom.article("x", only.title(), "en", "Text"));

        assertThat(everythingIn("webhook_attempt") + everythingIn("webhook_delivery"))
                .doesNotContain(only.title(), "Thanks", "Secret");
        assertThat(only("wh_1").attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.withheld()).isTrue();
            assertThat(attempt.request().body()).isNull();
        });
        webhooks.change("wh_2", new Wish(receiver.url(), null, null, null, null));
        now = NOON.plusSeconds(10);
        eventually(() -> receiver.calls.size() == 2);
        assertThat(receiver.calls.get(1).body()).contains(other.title()).doesNotContain(only.title());
    }

    @Test
    void whatIsSentWhileAnArticleIsTakenDownIsNotKept() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        Story.Member only = Newsroom.member("x", 0, Relation.ORIGINAL);
        receiver.reacts(call -> {
            said(
                    new Takedown("t1", only.url(), "operator", NOON, null),
                    Newsroom.article("x", only.title(), "en", "Text"));
            return new Reaction(200, Map.of(), call.body());
        });
        open();

        happened(story("a", 1, 1, 1, only.title(), List.of(only), null), event("e1", "a", Kind.CREATED, 1));

        eventually(() -> isDelivered("wh_1"));
        assertThat(receiver.calls.getFirst().body()).contains(only.title());
        assertThat(only("wh_1").attempts().getFirst().withheld()).isTrue();
        assertThat(everythingIn("webhook_attempt")).doesNotContain(only.title());
    }

    @Test
    void noMoreIsKeptThanIsWorthIt() {
        add("wh_1", receiver.url(), WebhookFilter.ALL, ALL_KINDS);
        open();
        happened(story("a", 1, 1, 1, "x"));
        for (int i = 0; i < 7; i++) {
            happened(event("e" + i, "a", Kind.REVISED, 1));
        }
        eventually(() -> deliveries
                        .list("wh_1", Delivery.State.DELIVERED, 10, null)
                        .items()
                        .size()
                == 7);

        outbox.tidy(Duration.ofDays(7), 3);
        assertThat(deliveries.list("wh_1", null, 10, null).items()).hasSize(3);

        now = NOON.plus(Duration.ofDays(8));
        outbox.tidy(Duration.ofDays(7), 3);
        assertThat(everythingIn("webhook_attempt")).isEmpty();
    }

    /** A batch of articles alone. */
    private static final class InventedBatch {
        private static Batch of(Article article) {
            return batch(
                    List.of(),
                    List.of(new Arrival<>(source("a"), 0, NOON, article.id(), article)),
                    List.of(),
                    List.of());
        }
    }

    private void add(String id, String url, WebhookFilter filter, List<Kind> kinds) {
        add(id, url, filter, kinds, Secret.fresh(new Random(1)));
    }

    private void add(String id, String url, WebhookFilter filter, List<Kind> kinds, Secret secret) {
        assertThat(webhooks.add(id, new Wish(url, null, null, kinds, filter), secret))
                .isPresent();
    }

    private Mailroom open() {
        return open(web);
    }

    private Mailroom open(OutboundClient client) {
        Mailroom mailroom = new Mailroom(
                outbox,
                letterbox(Duration.ofDays(3)),
                new Postman(client, clock),
                (errand, outcome) -> {},
                clock,
                TERM,
                Duration.ofDays(30));
        Thread thread = Thread.ofPlatform().name("mailroom").start(mailroom);
        opened.add(() -> {
            mailroom.close();
            thread.join();
        });
        return mailroom;
    }

    private Letterbox letterbox(Duration patience) {
        return new Letterbox(database.jdbi(), clock, new RetrySchedule(new Random(1)), patience);
    }

    private Webhook webhook(String id) {
        return webhooks.find(id).orElseThrow();
    }

    private boolean isDelivered(String webhookId) {
        return delivered(webhookId) > 0;
    }

    private int delivered(String webhookId) {
        return deliveries
                .list(webhookId, Delivery.State.DELIVERED, 100, null)
                .items()
                .size();
    }

    private Delivery eventuallyOnly(String webhookId) {
        eventually(() -> !deliveries.list(webhookId, null, 10, null).items().isEmpty());
        return only(webhookId);
    }

    private Delivery only(String webhookId) {
        List<Delivery> all = deliveries.list(webhookId, null, 10, null).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** @param age 0 for the latest */
    private Delivery delivery(String webhookId, int age) {
        return deliveries.list(webhookId, null, 100, null).items().get(age);
    }

    private String everythingIn(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select cast(t as text) from " + table + " t")
                        .mapTo(String.class)
                        .list())
                .toString()
                .replace("[]", "");
    }

    private StoryEvent event(String id, String storyId, Kind kind, long version) {
        return new StoryEvent(id, storyId, kind, version, 1, 1, now.plusSeconds(1), null, null);
    }

    private void happened(Story story, StoryEvent... events) {
        apply(batch(
                List.of(),
                List.of(),
                List.of(new Arrival<>(source("s"), offset++, NOON, story.id(), story)),
                arrivals(events)));
    }

    private void happened(StoryEvent... events) {
        apply(batch(List.of(), List.of(), List.of(), arrivals(events)));
    }

    private void said(Takedown takedown, Article meant) {
        apply(InventedBatch.of(meant));
        apply(batch(
                List.of(new Arrival<>(source("t"), offset++, NOON, takedown.id(), takedown)),
                List.of(),
                List.of(),
                List.of()));
    }

    private List<Arrival<StoryEvent>> arrivals(StoryEvent... events) {
        List<Arrival<StoryEvent>> arrivals = new ArrayList<>();
        for (StoryEvent event : events) {
            arrivals.add(new Arrival<>(source("e"), offset++, NOON, event.storyId(), event));
        }
        return arrivals;
    }

    private void apply(Batch batch) {
        TestDatabase.apply(batch, readModel);
    }

    private static Batch batch(
            List<Arrival<Takedown>> takedowns,
            List<Arrival<Article>> articles,
            List<Arrival<Story>> stories,
            List<Arrival<StoryEvent>> events) {
        return BatchOf.nothing()
                .takedowns(takedowns)
                .articles(articles)
                .stories(stories)
                .events(events)
                .batch();
    }

    private static Source source(String topic) {
        return new Source(topic, 0);
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
