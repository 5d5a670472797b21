package org.retold.benchmarks.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Json;
import org.retold.contract.Story;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/**
 * News as they come: one article in five founds a story, the others join one, as big a story as stories are while they
 * grow. Each update is an article, a snapshot, an event and, for who joins, evidence.
 */
final class StoryUpdates implements AutoCloseable {

    private static final Duration LATER = Duration.ofDays(61);

    private final MadeStories made;
    private final int stories;
    private final KafkaProducer<String, byte[]> producer;

    /** Stories, the smallest first; how many are smaller than each size. */
    private final int[] bySize;

    private final int[] smallerThan;
    private int updates;

    /** @param before so many updates came in earlier runs */
    StoryUpdates(Deployment deployment, MadeStories made, int stories, int before) {
        this.made = made;
        this.stories = stories;
        this.updates = before;
        this.smallerThan = smallerThan(made, stories);
        this.bySize = bySize(made, stories, smallerThan);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", deployment.kafka(), "linger.ms", 20, "batch.size", 262_144),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The records of so many more updates. */
    List<ProducerRecord<String, byte[]>> next(int count) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            addNext(records);
        }
        return records;
    }

    /** Returns when the broker has them. */
    void publish(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an update could not be published", e);
        }
    }

    private void addNext(List<ProducerRecord<String, byte[]>> records) {
        SplittableRandom random = new SplittableRandom(updates * 41L + 3);
        updates++;
        long change = (long) stories + updates;
        int number = random.nextInt(5) == 0 ? stories + updates : grown(random);
        int size = number > stories ? 0 : made.size(number);
        List<Article> articles = new ArrayList<>(made.inBrief(number, size));
        Article joining = later(made.article(number, StorySizes.LARGEST), updates);
        articles.add(joining);
        Story story = made.story(number, articles, change);
        add(records, Topics.ARTICLES, new ArticleRecordKey(joining.id(), 0, updates).toString(), joining);
        if (size > 0) {
            add(records, Topics.EVIDENCE, joining.id(), made.evidence(number, joining, articles.getFirst()));
        }
        add(records, Topics.STORIES, story.id(), story);
        add(records, Topics.STORY_EVENTS, story.id(), made.event(story, joining));
    }

    /** A story that has as many articles as one had when one more came. */
    private int grown(SplittableRandom random) {
        while (true) {
            int size = made.size(random.nextInt(stories));
            if (random.nextInt(StorySizes.LARGEST) < size) {
                return withAbout(1 + random.nextInt(size), random);
            }
        }
    }

    /** Any story of that size or, where there is none, of one near to it. */
    private int withAbout(int size, SplittableRandom random) {
        for (int tolerated = size / 10; ; tolerated += 1 + size / 10) {
            int from = smallerThan[Math.max(1, size - tolerated)];
            int to = smallerThan[Math.min(StorySizes.LARGEST, size + tolerated + 1)];
            if (from < to) {
                return bySize[from + random.nextInt(to - from)];
            }
        }
    }

    private static int[] bySize(MadeStories made, int stories, int[] smallerThan) {
        int[] next = smallerThan.clone();
        int[] bySize = new int[stories];
        for (int story = 0; story < stories; story++) {
            bySize[next[made.size(story)]++] = story;
        }
        return bySize;
    }

    private static int[] smallerThan(MadeStories made, int stories) {
        int[] smaller = new int[StorySizes.LARGEST + 1];
        IntStream.range(0, stories)
                .map(made::size)
                .filter(size -> size < StorySizes.LARGEST)
                .forEach(size -> smaller[size + 1]++);
        Arrays.parallelPrefix(smaller, Integer::sum);
        return smaller;
    }

    /** The same article come later, as one of its own. */
    private static Article later(Article article, int update) {
        return new Article(
                article.id() + "-" + update,
                article.revision(),
                article.completeness(),
                article.url() + "-" + update,
                null,
                article.feedUrl(),
                article.publisher(),
                article.title(),
                article.paragraphs(),
                article.published(),
                article.language(),
                article.authors(),
                article.subjects(),
                article.credits(),
                MadeStories.BEGINNING.plus(LATER).plusMillis(update));
    }

    private static <V> void add(
            List<ProducerRecord<String, byte[]>> records, Topic<String, V> topic, String key, V value) {
        records.add(new ProducerRecord<>(topic.name(), key, Json.write(value)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
