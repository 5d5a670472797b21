package org.retold.ingest;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Takedown;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.Bars;
import org.retold.ingest.item.Digest;
import org.retold.ingest.item.FieldBounds;
import org.retold.ingest.item.ItemMaker;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.kafka.RemovalReader;
import org.retold.ingest.postgres.TakedownRow;
import org.retold.ingest.postgres.TakedownStore;

/** Which articles are to go and must not come back. */
public final class TakedownList implements Bars {

    private final TakedownStore store;
    private final RecordLog records;
    private final RemovalReader removals;
    private final InstantSource clock;
    private volatile @Nullable Set<String> barred;

    TakedownList(TakedownStore store, RecordLog records, RemovalReader removals, InstantSource clock) {
        this.store = store;
        this.records = records;
        this.removals = removals;
        this.clock = clock;
    }

    /** Takes an article down, from now on; empty when that is no address of an article. */
    public Optional<TakedownRow> takeDown(String address, String by, @Nullable String reason) {
        String url = address.strip();
        Optional<String> key = url.length() > ItemMaker.LONGEST_URL ? Optional.empty() : ArticleKey.of(url);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String id = Digest.of("takedown", key.get(), clock.instant().toString());
        TakedownRow row = store.say(new Takedown(id, url, by, clock.instant(), FieldBounds.line(reason)), key.get());
        barred = store.articleKeys();
        return Optional.of(row);
    }

    /** Lets an article come again; what was removed stays away until it does. False when there is none in force. */
    public boolean lift(String id) {
        boolean lifted = store.lift(id);
        barred = store.articleKeys();
        return lifted;
    }

    @Override
    public boolean bar(String url) {
        Set<String> keys = barred;
        if (keys == null) {
            keys = store.articleKeys();
            barred = keys;
        }
        return ArticleKey.of(url).filter(keys::contains).isPresent();
    }

    /** Learns what others were told, tells Kafka what it does not have yet, and how far all has come; every second. */
    void keepUp() throws InterruptedException {
        barred = store.articleKeys();
        removals.read(store::told);
        store.announce(new TakedownStore.Announcement() {
            @Override
            public void said(Takedown takedown) throws InterruptedException {
                RecordLog.Batch batch = records.begin();
                batch.takedown(takedown);
                batch.awaitAcknowledged();
            }

            @Override
            public void lifted(String id) throws InterruptedException {
                RecordLog.Batch batch = records.begin();
                batch.lifted(id, clock.instant());
                batch.awaitAcknowledged();
            }
        });
    }
}
