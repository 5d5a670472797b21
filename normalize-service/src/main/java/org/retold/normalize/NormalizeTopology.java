package org.retold.normalize;

import static org.apache.kafka.streams.kstream.Named.as;
import static org.retold.contract.Topics.ARTICLES;
import static org.retold.contract.Topics.ITEMS;
import static org.retold.contract.Topics.REJECTIONS;

import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.retold.contract.Article;
import org.retold.contract.Rejection;
import org.retold.contract.Topic;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.kafka.Decision;
import org.retold.normalize.kafka.Decision.Accepted;
import org.retold.normalize.kafka.Decision.Rejected;
import org.retold.normalize.kafka.ItemDecider;
import org.retold.normalize.kafka.Tally;
import org.retold.normalize.takedown.Takedowns;

/** Items in, articles out; what cannot or must not be an article goes aside with a reason. The service on one page. */
public final class NormalizeTopology {

    private final Normalizer normalizer;
    private final Takedowns takedowns;
    private final Tally tally;

    public NormalizeTopology(Normalizer normalizer, Takedowns takedowns, Tally tally) {
        this.normalizer = normalizer;
        this.takedowns = takedowns;
        this.tally = tally;
    }

    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();

        KStream<String, byte[]> items = builder.stream(ITEMS.name(), asBytes(ITEMS));
        KStream<String, Decision> decisions =
                items.process(() -> new ItemDecider(normalizer, takedowns, tally), as("decode-then-normalize"));
        KStream<String, Article> articles =
                decisions.flatMapValues(decision -> article(decision).stream().toList(), as("keep-articles"));
        KStream<String, Rejection> rejections =
                decisions.flatMapValues(decision -> rejection(decision).stream().toList(), as("keep-rejections"));
        articles.to(ARTICLES.name(), produced(ARTICLES));
        rejections.to(REJECTIONS.name(), produced(REJECTIONS));

        return builder.build();
    }

    private static Optional<Article> article(Decision decision) {
        return switch (decision) {
            case Accepted(Article article) -> Optional.of(article);
            case Rejected rejected -> Optional.empty();
        };
    }

    private static Optional<Rejection> rejection(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> Optional.empty();
            case Rejected(Rejection rejection) -> Optional.of(rejection);
        };
    }

    /** Read as bytes, so that a record that is no item stops nobody. */
    private static Consumed<String, byte[]> asBytes(Topic<String, ?> topic) {
        return Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName("read-" + topic.name());
    }

    private static <K, V> Produced<K, V> produced(Topic<K, V> topic) {
        return Produced.with(topic.keySerde(), topic.valueSerde()).withName("write-" + topic.name());
    }
}
