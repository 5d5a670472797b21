package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StoryNotice;
import org.retold.api.webhook.Attempt;
import org.retold.api.webhook.Delivery;
import org.retold.api.webhook.Lease;
import org.retold.api.webhook.Letter;
import org.retold.api.webhook.RetrySchedule;
import org.retold.api.webhook.Secret;
import org.retold.api.webhook.Standing;
import org.retold.api.webhook.Verdict;
import org.retold.contract.StoryEvent;

/**
 * Hands out letters, for each webhook to one instance at a time, and writes down what came of them. A letter that was
 * sent when its instance was killed is sent again, under the same id.
 */
public final class Letterbox {

    /** The story as it is now, and the articles that may have lent it its title. */
    private static final String LETTER = """
            select w.id as webhook, w.url, w.secret, w.former_secret, w.former_secret_until,
                d.id as delivery, d.type, d.created, d.attempts, d.first_tried, d.event, %s,
                (select coalesce(array_agg(m.article_id) filter (where m.member ->> 'title' = s.headline),
                    array_agg(m.article_id)) from membership m where m.story_id = s.id) as titled_by
            from webhook w
            join webhook_delivery d on d.webhook_id = w.id
            left join story s on s.id = d.story_id
            """.formatted(Rows.SUMMARY_COLUMNS);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final RetrySchedule schedule;
    private final Duration patience;

    /** @param patience a webhook that took nothing for so long is disabled */
    public Letterbox(Jdbi jdbi, InstantSource clock, RetrySchedule schedule, Duration patience) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.schedule = schedule;
        this.patience = patience;
    }

    /**
     * Takes webhooks that are to be told something now, and that nobody else has.
     *
     * @param holder names this instance
     */
    public List<Lease> lease(String holder, Duration term, int most) {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        update webhook set leased_by = :holder, leased_until = :until where id in (
                            select w.id from webhook w
                            where w.state = 'active'
                            and (w.leased_until is null or w.leased_until < :now)
                            and (w.rests_until is null or w.rests_until <= :now)
                            and exists (select from webhook_delivery d
                                where d.webhook_id = w.id and d.state = 'pending' and d.next_try <= :now)
                            order by w.leased_until nulls first limit :most for update of w skip locked)
                        returning id
                        """)
                .bind("holder", holder)
                .bind("until", Columns.time(now.plus(term)))
                .bind("now", Columns.time(now))
                .bind("most", most)
                .mapTo(String.class)
                .map(id -> new Lease(id, holder, term))
                .list());
    }

    /** Takes out what is to be told next; absent when there is nothing, or the lease was lost or is of no use any more. */
    public Optional<Letter> next(Lease lease) {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> {
            int held = handle.createUpdate("""
                            update webhook set leased_until = :until
                            where id = :id and leased_by = :holder and state = 'active'
                            and (rests_until is null or rests_until <= :now)
                            """)
                    .bind("until", Columns.time(now.plus(lease.term())))
                    .bind("id", lease.webhookId())
                    .bind("holder", lease.holder())
                    .bind("now", Columns.time(now))
                    .execute();
            if (held == 0) {
                return Optional.empty();
            }
            return handle.createQuery(LETTER
                            + " where w.id = :id and d.state = 'pending' and d.next_try <= :now"
                            + " order by d.next_try, d.seq limit 1")
                    .bind("id", lease.webhookId())
                    .bind("now", Columns.time(now))
                    .map((row, context) -> letter(row, now))
                    .findOne();
        });
    }

    /** Gives the webhook back. */
    public void release(Lease lease) {
        jdbi.useHandle(handle -> handle.execute(
                "update webhook set leased_by = null, leased_until = null where id = ? and leased_by = ?",
                lease.webhookId(),
                lease.holder()));
    }

    /** Takes out something by hand, whatever the webhook's state; absent where it is sent by itself anyway, or not there. */
    public Optional<Letter> byHand(String webhookId, String deliveryId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        LETTER + " where w.id = :webhook and d.id = :delivery and d.state <> 'pending'")
                .bind("webhook", webhookId)
                .bind("delivery", deliveryId)
                .map((row, context) -> letter(row, clock.instant()))
                .findOne());
    }

    /** What became of a letter. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** It is tried again later. */
        record Postponed() implements Outcome {}

        /** It is not tried again by itself. */
        record GivenUp() implements Outcome {}

        /** Nothing is told to this webhook any more until the operator says so. */
        record Disabled() implements Outcome {}

        /** The webhook was removed meanwhile, or what it was told is too old to be kept. */
        record Forgotten() implements Outcome {}
    }

    /** @param byHand whether somebody sent it by hand: then it is not tried again, and a failure is not held against anyone */
    public Outcome settle(Letter letter, Attempt sent, Verdict verdict, boolean byHand) {
        return jdbi.inTransaction(handle -> {
            handle.execute("lock table webhook_attempt in row exclusive mode");
            Optional<Standing> standing = handle.createQuery("select * from webhook where id = :id for update")
                    .bind("id", letter.webhookId())
                    .map((row, context) -> WebhookRows.standing(row))
                    .findOne();
            if (standing.isEmpty()) {
                return new Outcome.Forgotten();
            }
            Optional<Integer> before = attempts(handle, letter);
            if (before.isEmpty()) {
                return new Outcome.Forgotten();
            }
            Attempt attempt = sent.numbered(before.get() + 1);
            writeDown(handle, letter, attempt);
            return switch (verdict) {
                case Verdict.Taken() -> taken(handle, letter, attempt);
                case Verdict.Gone() -> byHand ? leave(handle, letter, attempt) : gone(handle, letter, attempt);
                case Verdict.NotTaken(String reason, Duration wish) ->
                    byHand
                            ? leave(handle, letter, attempt)
                            : notTaken(handle, letter, attempt, standing.get(), reason, wish);
            };
        });
    }

    /** So far; somebody else may have sent it since the letter was taken out. */
    private static Optional<Integer> attempts(Handle handle, Letter letter) {
        return handle.createQuery("select attempts from webhook_delivery where id = :id")
                .bind("id", letter.id())
                .mapTo(Integer.class)
                .findOne();
    }

    private Outcome taken(Handle handle, Letter letter, Attempt attempt) {
        stand(handle, letter.webhookId(), Standing.good(end(attempt)));
        tried(handle, letter, attempt, Delivery.State.DELIVERED, null);
        return new Outcome.Done();
    }

    private Outcome gone(Handle handle, Letter letter, Attempt attempt) {
        disable(handle, letter.webhookId(), "The receiver answered 410: it is gone.");
        tried(handle, letter, attempt, Delivery.State.FAILED, null);
        return new Outcome.Disabled();
    }

    private Outcome leave(Handle handle, Letter letter, Attempt attempt) {
        tried(handle, letter, attempt, null, null);
        return new Outcome.GivenUp();
    }

    private Outcome notTaken(
            Handle handle, Letter letter, Attempt attempt, Standing before, String reason, Duration wish) {
        Instant now = end(attempt);
        Standing standing = before.failed(now, schedule.rest(before.failures() + 1, wish));
        stand(handle, letter.webhookId(), standing);
        boolean givenUp = RetrySchedule.isUsedUp(attempt.number()) && standing.tookSomethingSince(letter.firstTried());
        tried(
                handle,
                letter,
                attempt,
                givenUp ? Delivery.State.FAILED : Delivery.State.PENDING,
                givenUp ? null : now.plus(schedule.wait(attempt.number())));
        if (standing.isFailingFor(patience, now)) {
            disable(
                    handle,
                    letter.webhookId(),
                    "It took nothing since %s: %s".formatted(standing.failingSince(), reason));
            return new Outcome.Disabled();
        }
        return givenUp ? new Outcome.GivenUp() : new Outcome.Postponed();
    }

    private static Instant end(Attempt attempt) {
        return attempt.at().plus(attempt.took());
    }

    private static void stand(Handle handle, String webhookId, Standing standing) {
        handle.createUpdate("""
                        update webhook set failures = :failures, failing_since = :since, last_success = :success,
                            rests_until = :rests
                        where id = :id
                        """)
                .bind("id", webhookId)
                .bind("failures", standing.failures())
                .bind("since", time(standing.failingSince()))
                .bind("success", time(standing.lastSuccess()))
                .bind("rests", time(standing.restsUntil()))
                .execute();
    }

    private static void disable(Handle handle, String webhookId, String because) {
        handle.execute("update webhook set state = 'disabled', because = ? where id = ?", because, webhookId);
    }

    private static void tried(
            Handle handle, Letter letter, Attempt attempt, Delivery.@Nullable State state, @Nullable Instant nextTry) {
        handle.createUpdate("""
                        update webhook_delivery set attempts = :number,
                            first_tried = coalesce(first_tried, :at), state = coalesce(:state, state), next_try = :next
                        where id = :id
                        """)
                .bind("id", letter.id())
                .bind("number", attempt.number())
                .bind("at", Columns.time(attempt.at()))
                .bind("state", state == null ? null : WebhookRows.word(state))
                .bind("next", time(nextTry))
                .execute();
    }

    /** Bodies that may speak of an article that was taken down meanwhile are not kept. */
    private static void writeDown(Handle handle, Letter letter, Attempt attempt) {
        Attempt.Answer answer = attempt.answer();
        handle.createUpdate("""
                        insert into webhook_attempt (delivery_id, number, at, milliseconds, request_headers, request_body,
                            status, answer_headers, answer_beginning, problem, titled_by, withheld)
                        select :delivery, :number, :at, :took, cast(:headers as json),
                            case when barred then null else :body end, :status,
                            case when barred then '{}' else cast(:answerHeaders as json) end,
                            case when barred then null else :beginning end, :problem, :titledBy, barred
                        from (select exists (select from taken_down where article_id = any(:titledBy)) as barred)
                        """)
                .bind("delivery", letter.id())
                .bind("number", attempt.number())
                .bind("at", Columns.time(attempt.at()))
                .bind("took", Math.toIntExact(attempt.took().toMillis()))
                .bind("headers", Columns.json(attempt.request().headers()))
                .bind("body", Columns.text(attempt.request().body()))
                .bind("status", answer == null ? null : answer.status())
                .bind("answerHeaders", answer == null ? null : Columns.text(Columns.json(answer.headers())))
                .bind("beginning", answer == null ? null : Columns.text(answer.beginning()))
                .bind("problem", Columns.text(attempt.problem()))
                .bindArray("titledBy", String.class, letter.titledBy())
                .execute();
    }

    private static Letter letter(ResultSet row, Instant now) throws SQLException {
        StoryEvent event = Columns.read(StoryEvent.class, row, "event");
        return new Letter(
                row.getString("webhook"),
                row.getString("delivery"),
                row.getString("url"),
                row.getString("type"),
                event == null ? Columns.requiredInstant(row, "created") : event.at(),
                new StoryNotice(event, row.getString("id") == null ? null : Rows.summary(row)),
                Columns.texts(row, "titled_by"),
                row.getInt("attempts"),
                Columns.instant(row, "first_tried"),
                secrets(row, now));
    }

    private static List<Secret> secrets(ResultSet row, Instant now) throws SQLException {
        List<Secret> secrets = new ArrayList<>();
        secrets.add(new Secret(row.getString("secret")));
        Instant until = Columns.instant(row, "former_secret_until");
        if (until != null && until.isAfter(now)) {
            secrets.add(new Secret(row.getString("former_secret")));
        }
        return secrets;
    }

    private static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : Columns.time(time);
    }
}
