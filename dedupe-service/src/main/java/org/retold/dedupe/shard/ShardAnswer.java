package org.retold.dedupe.shard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;

/** What one shard has to say about one probe. */
public sealed interface ShardAnswer {

    int shard();

    List<Link> links();

    /** From a shard that only compared. */
    record Compared(int shard, Arrival arrival, List<Link> links) implements ShardAnswer {
        public Compared {
            links = List.copyOf(links);
        }
    }

    /** From the shard that keeps the article, and so knows its earlier revision. */
    record Kept(int shard, Arrival arrival, Standing standing, Reference reference, List<Link> links)
            implements ShardAnswer {
        public Kept {
            links = List.copyOf(links);
        }
    }

    /** To a look-up. */
    record Found(
            int shard,
            String lookupId,
            Instant asked,
            @Nullable Instant published,
            boolean tooShort,
            List<Link> links) implements ShardAnswer {
        public Found {
            links = List.copyOf(links);
        }
    }

    /** To an article that was taken down: this shard keeps nothing of it any more. */
    record Withdrawn(int shard, Arrival arrival, String articleId) implements ShardAnswer {

        @Override
        public List<Link> links() {
            return List.of();
        }
    }
}
