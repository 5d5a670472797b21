package org.retold.api;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.retold.access.AccessSettings;
import org.retold.access.Brokers;
import org.retold.access.Door;
import org.retold.access.Settings;
import org.retold.access.Word;
import org.retold.api.http.Mailroom;
import org.retold.api.http.Postman;
import org.retold.api.kafka.Connection;
import org.retold.api.kafka.CorrectionWriter;
import org.retold.api.kafka.LookupLine;
import org.retold.api.kafka.OwnTopics;
import org.retold.api.kafka.RejectionWriter;
import org.retold.api.kafka.TopicReader;
import org.retold.api.live.Listeners;
import org.retold.api.live.LiveEvents;
import org.retold.api.postgres.ArticleQueries;
import org.retold.api.postgres.CorrectionQueries;
import org.retold.api.postgres.DeliveryQueries;
import org.retold.api.postgres.EventQueries;
import org.retold.api.postgres.FeedQueries;
import org.retold.api.postgres.HistoryQueries;
import org.retold.api.postgres.Letterbox;
import org.retold.api.postgres.LongMigrations;
import org.retold.api.postgres.Outbox;
import org.retold.api.postgres.OutletCount;
import org.retold.api.postgres.OutletQueries;
import org.retold.api.postgres.ReadModel;
import org.retold.api.postgres.ReadSoFar;
import org.retold.api.postgres.StatisticsQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.postgres.TakedownQueries;
import org.retold.api.postgres.WebhookTable;
import org.retold.api.webhook.RetrySchedule;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.OutboundClient;

/** Puts the parts together; the only place that sees the settings. */
final class ApiWiring {

    private static final int LOOKUPS_AT_ONCE = 64;
    private static final String WEBHOOKS_FROM = "Retold/0.1 (webhooks)";

    /** Beyond what sending takes. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(20);

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Errors name the statement's fault, not the texts that it was given: they come into the log. */
    @Produces
    @Singleton
    Jdbi jdbi(DataSource database) {
        return Jdbi.create(database)
                .configure(StatementExceptions.class, errors -> errors.setMessageRendering(MessageRendering.NONE))
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint");
    }

    @Produces
    @Singleton
    Connection kafka(ApiSettings settings) {
        return new Connection(Brokers.of(settings.kafka(), set()));
    }

    @Produces
    @Singleton
    RejectionWriter rejections(Connection kafka) {
        return new RejectionWriter(kafka);
    }

    void close(@Disposes RejectionWriter rejections) {
        rejections.close();
    }

    @Produces
    @Singleton
    ProjectionState state() {
        return new ProjectionState();
    }

    @Produces
    @Singleton
    FlywayConfigurationCustomizer longMigrations() {
        return migrations -> migrations.callbacks(new LongMigrations());
    }

    @Produces
    @Singleton
    ReadModel readModel(Flyway migrations, Jdbi jdbi, InstantSource clock) {
        return new ReadModel(migrations, jdbi, clock);
    }

    @Produces
    @Singleton
    StoryProjection projection(
            Connection kafka,
            ReadModel readModel,
            RejectionWriter rejections,
            ProjectionState state,
            MeterRegistry registry,
            InstantSource clock,
            ApiSettings settings) {
        return new StoryProjection(
                new OwnTopics(kafka, settings.replicationFactor()),
                () -> new TopicReader(kafka, clock),
                readModel,
                rejections,
                state,
                new ProjectionMetrics(registry, clock),
                clock,
                settings.keep());
    }

    @Produces
    @Singleton
    StoryQueries stories(Jdbi jdbi) {
        return new StoryQueries(jdbi);
    }

    @Produces
    @Singleton
    ReadSoFar readSoFar(Jdbi jdbi) {
        return new ReadSoFar(jdbi);
    }

    @Produces
    @Singleton
    OutletCount outletCount(Jdbi jdbi, InstantSource clock) {
        return new OutletCount(jdbi, clock);
    }

    @Produces
    @Singleton
    OutletQueries outlets(Jdbi jdbi) {
        return new OutletQueries(jdbi);
    }

    @Produces
    @Singleton
    ArticleQueries articles(Jdbi jdbi, ApiSettings settings) {
        return new ArticleQueries(jdbi, settings.texts());
    }

    @Produces
    @Singleton
    TakedownQueries takedowns(Jdbi jdbi) {
        return new TakedownQueries(jdbi);
    }

    @Produces
    @Singleton
    HistoryQueries history(Jdbi jdbi) {
        return new HistoryQueries(jdbi);
    }

    @Produces
    @Singleton
    CorrectionQueries corrections(Jdbi jdbi) {
        return new CorrectionQueries(jdbi);
    }

    @Produces
    @Singleton
    CorrectionWriter correctionWriter(Connection kafka) {
        return new CorrectionWriter(kafka);
    }

    @Produces
    @Singleton
    Door door(ApiSettings settings, InstantSource clock) {
        return new AccessSettings(set()).door(Word.of(settings.operatorToken()), clock);
    }

    private static Settings set() {
        return new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    FeedQueries feeds(Jdbi jdbi) {
        return new FeedQueries(jdbi);
    }

    @Produces
    @Singleton
    StatisticsQueries statistics(Jdbi jdbi) {
        return new StatisticsQueries(jdbi);
    }

    @Produces
    @Singleton
    Listeners listeners(ApiSettings settings, InstantSource clock, MeterRegistry registry) {
        Listeners listeners = new Listeners(settings.listeners(), settings.listenerPatience(), clock);
        Gauge.builder("retold.api.listeners", listeners, Listeners::count)
                .description("Who listens to what happens to stories")
                .register(registry);
        FunctionCounter.builder("retold.api.listeners.hung.up.on", listeners, Listeners::hungUpOn)
                .description("Listeners that did not take what they were told in time")
                .register(registry);
        return listeners;
    }

    @Produces
    @Singleton
    LiveEvents liveEvents(Jdbi jdbi, InstantSource clock, Listeners listeners) {
        return new LiveEvents(new EventQueries(jdbi, clock), listeners);
    }

    @Produces
    @Singleton
    LookupLine lookups(Connection kafka) {
        return new LookupLine(kafka, LOOKUPS_AT_ONCE);
    }

    @Produces
    @Singleton
    OutboundClient web(ApiSettings settings) {
        Duration timeout = settings.webhooks().timeout();
        return new OutboundClient(
                new AddressGuard(settings.allowPrivateNetworks()),
                new Bounds(timeout, timeout, timeout, 0),
                WEBHOOKS_FROM);
    }

    void close(@Disposes OutboundClient web) {
        web.close();
    }

    @Produces
    @Singleton
    WebhookTable webhooks(Jdbi jdbi, InstantSource clock, ApiSettings settings) {
        return new WebhookTable(jdbi, clock, settings.webhooks().most());
    }

    @Produces
    @Singleton
    DeliveryQueries deliveries(Jdbi jdbi) {
        return new DeliveryQueries(jdbi);
    }

    @Produces
    @Singleton
    Outbox outbox(Jdbi jdbi, InstantSource clock) {
        return new Outbox(jdbi, clock);
    }

    @Produces
    @Singleton
    Mailroom mailroom(
            Jdbi jdbi,
            Outbox outbox,
            OutboundClient web,
            MeterRegistry registry,
            InstantSource clock,
            ApiSettings settings) {
        return new Mailroom(
                outbox,
                new Letterbox(
                        jdbi,
                        clock,
                        new RetrySchedule(new SecureRandom()),
                        settings.webhooks().patience()),
                new Postman(web, clock),
                new WebhookMetrics(registry, outbox),
                clock,
                settings.webhooks().timeout().plus(LEASE_MARGIN),
                settings.webhooks().log());
    }
}
