package org.retold.dedupe.story;

import java.util.List;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.shard.Link;

/**
 * An article about which every shard has answered.
 *
 * @param links to earlier articles, of all shards together
 */
public record Finding(Arrival arrival, Reference article, List<Link> links) {

    public Finding {
        links = List.copyOf(links);
    }
}
