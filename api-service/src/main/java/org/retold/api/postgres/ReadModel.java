package org.retold.api.postgres;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.contract.Rejection;

/** Writes the read model: all of a batch and how far it was read, or nothing. */
public final class ReadModel {

    private static final Logger LOG = Logger.getLogger(ReadModel.class);

    private final Flyway migrations;
    private final Jdbi jdbi;
    private final Unstorable unstorable;

    public ReadModel(Flyway migrations, Jdbi jdbi, InstantSource clock) {
        this.migrations = migrations;
        this.jdbi = jdbi;
        this.unstorable = new Unstorable(clock);
    }

    /** Makes the schema what this version needs; also after the database was wiped. */
    public void migrate() {
        migrations.migrate();
    }

    public Map<Source, StoredPosition> positions() {
        return jdbi.withHandle(PositionTable::all);
    }

    /** Reads the words of a batch's articles, so that its transaction is shorter; while the one before is applied. */
    public ArticleWords words(Batch batch) {
        return jdbi.withHandle(handle -> ArticleWords.of(handle, batch.articles()));
    }

    /**
     * Applies a batch in one transaction.
     *
     * @param words of its articles
     * @param refuse called with what was refused before the transaction is committed
     * @return how many records were applied; -1 when another instance has read on from here, and nothing was done
     */
    public int apply(Batch batch, ArticleWords words, Consumer<List<Rejection>> refuse) {
        try {
            return jdbi.inTransaction(handle -> {
                if (!PositionTable.advance(handle, batch.advances())) {
                    return -1;
                }
                applyAll(handle, batch, words);
                refuseSome(batch.refused(), refuse);
                return (int) batch.arrivals().count();
            });
        } catch (JdbiException e) {
            if (!Unstorable.isTheCauseOf(e)) {
                throw e;
            }
            LOG.warnf("a batch cannot be stored as a whole, going record by record: reason=%s", e.getMessage());
            return applySingly(batch, refuse);
        }
    }

    /** Forgets what was read from these topics, because they are other topics now. */
    public void startOver(List<String> topics) {
        jdbi.useTransaction(handle -> topics.forEach(topic -> Forgetting.of(handle, topic)));
    }

    /** Removes what nothing shows any more: articles that no story claims, and events, accepted before. */
    public int tidy(Instant before) {
        return jdbi.inTransaction(
                handle -> ArticleTable.deleteUnclaimed(handle, before) + EventTable.deleteOlder(handle, before));
    }

    private int applySingly(Batch batch, Consumer<List<Rejection>> refuse) {
        return jdbi.inTransaction(handle -> {
            if (!PositionTable.advance(handle, batch.advances())) {
                return -1;
            }
            List<Rejection> refused = new ArrayList<>(batch.refused());
            int applied = 0;
            for (Batch single : batch.singly().toList()) {
                handle.savepoint("record");
                try {
                    applyAll(handle, single, ArticleWords.UNREAD);
                    handle.releaseSavepoint("record");
                    applied++;
                } catch (JdbiException e) {
                    if (!Unstorable.isTheCauseOf(e)) {
                        throw e;
                    }
                    handle.rollbackToSavepoint("record");
                    single.arrivals().forEach(arrival -> refused.add(unstorable.rejection(arrival, e)));
                }
            }
            refuseSome(refused, refuse);
            return applied;
        });
    }

    /** Puts the words of articles into their indexes, where they wait outside so that many are put there at once. */
    public void settle() {
        jdbi.useHandle(ArticleTable::settle);
    }

    private static void applyAll(Handle handle, Batch batch, ArticleWords words) {
        // Words that waited are put into their index in as few goes as memory allows. What a server that fails has not
        // on its
        // disk yet is read again from the topics, because the positions are not there either.
        handle.execute("set local work_mem = '32MB'; set local synchronous_commit = off");
        TakedownTable.put(handle, batch.takedowns(), batch.removals());
        ArticleTable.put(handle, batch.articles(), words);
        EvidenceTable.put(handle, batch.evidence());
        StoryTable.put(handle, batch.stories(), batch.events());
        EventTable.put(handle, batch.events());
        FeedTable.put(handle, batch.feeds());
        CorrectionTable.put(handle, batch.corrections());
    }

    private static void refuseSome(List<Rejection> refused, Consumer<List<Rejection>> refuse) {
        if (!refused.isEmpty()) {
            refuse.accept(refused);
        }
    }
}
