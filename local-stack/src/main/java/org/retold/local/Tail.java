package org.retold.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.retold.local.kafka.TopicReader;
import org.retold.local.stack.Trouble;
import org.retold.local.tail.KnownStories;
import org.retold.local.tail.MergedRecords;
import org.retold.local.tail.Since;
import org.retold.local.tail.Teller;
import org.retold.local.tail.TerminalLine;
import org.retold.local.tail.Told;
import org.retold.local.tail.TopicRecord;

/** {@code ./retold tail} and {@code ./retold rejections}: the topics of a running pipeline, a line for each record. */
final class Tail {

    static final Set<String> OPTIONS = Set.of("--topic", "--story", "--since", "--kafka");
    static final Set<String> FLAGS = Set.of("--no-follow", "--json");
    static final String CODE = "--code";
    static final Set<String> REJECTIONS_OPTIONS = Set.of("--since", "--kafka", CODE, Redrive.OPTION);
    static final Set<String> REJECTIONS_FLAGS = Set.of("--json");

    private static final String REJECTIONS = "rejections";
    private static final String STORIES = "retold.stories.v1";
    private static final Set<String> USUAL =
            Set.of("articles", "story-events", "corrections", "takedowns", "removals", REJECTIONS);
    private static final Set<String> OF_ONE_STORY =
            Set.of("articles", "stories", "story-events", "evidence", "corrections");
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    /** Records of one decision lie in several topics, and are not fetched at once. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final int KNOWN_STORIES = 10_000;
    private static final int SHORTEST_STORY = 4;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private final RunningKafka kafka;
    private final Set<String> wanted;
    private final Optional<String> story;
    private final Optional<String> code;
    private final Instant since;
    private final boolean follows;
    private final boolean asJson;
    private final boolean counts;
    private final boolean inColour;
    private final PrintStream out;

    private final KnownStories stories = new KnownStories(KNOWN_STORIES);
    private final Teller teller = new Teller(stories);
    private final MergedRecords merged;
    private final Map<String, Integer> kinds = new TreeMap<>();

    private Tail(
            Arguments arguments,
            Set<String> wanted,
            boolean follows,
            boolean counts,
            boolean inColour,
            PrintStream out) {
        this.kafka = RunningKafka.of(arguments);
        this.wanted = wanted;
        this.story = Optional.ofNullable(arguments.values().get("--story"));
        this.code = Optional.ofNullable(arguments.values().get(CODE));
        this.since = since(arguments, follows ? Instant.now().minus(A_WHILE) : Since.BEGINNING);
        this.follows = follows;
        this.asJson = arguments.flags().contains("--json");
        this.counts = counts && !asJson;
        this.inColour = inColour;
        this.out = out;
        this.merged = new MergedRecords(follows ? PATIENCE : Duration.ZERO);
    }

    static Tail of(Arguments arguments, boolean inColour, PrintStream out) {
        Set<String> wanted = Optional.ofNullable(arguments.values().get("--topic"))
                .map(topics -> Set.of(topics.split(",")))
                .orElse(arguments.values().containsKey("--story") ? OF_ONE_STORY : USUAL);
        return new Tail(arguments, wanted, !arguments.flags().contains("--no-follow"), false, inColour, out);
    }

    static Tail ofRejections(Arguments arguments, boolean inColour, PrintStream out) {
        return new Tail(arguments, Set.of(REJECTIONS), false, true, inColour, out);
    }

    /** When to begin to read, as the person said or else this. */
    static Instant since(Arguments arguments, Instant otherwise) {
        String said = arguments.values().get("--since");
        if (said == null) {
            return otherwise;
        }
        return Since.parsed(said, Instant.now())
                .orElseThrow(() -> new Trouble("--since wants a time (2026-03-01T10:00:00Z or 2026-03-01), a while ago"
                        + " (30s, 10m, 2h, 7d), now or beginning; '%s' is none.".formatted(said)));
    }

    /** Returns at the end of the topics, or when nobody reads what is written any more. */
    void run() {
        story.filter(id -> id.length() < SHORTEST_STORY).ifPresent(id -> {
            throw new Trouble("--story wants an id or its first %d characters at least; '%s' is too short."
                    .formatted(SHORTEST_STORY, id));
        });
        // What they have to say we say in one sentence.
        KAFKA_CLIENTS.setLevel(Level.OFF);
        try (TopicReader reader = new TopicReader(kafka.brokers())) {
            SortedSet<String> topics = topics(reader);
            Set<String> read = chosen(topics);
            if (read.isEmpty()) {
                throw kafka.hidden(wanted.stream().sorted().collect(Collectors.joining(", ")));
            }
            Set<String> alsoStories = new LinkedHashSet<>(read);
            if (topics.contains(STORIES) && (!asJson || story.isPresent())) {
                learn(reader);
                alsoStories.add(STORIES);
            }
            reader.startAt(alsoStories, since);
            tellAll(reader, read);
        } catch (KafkaException e) {
            throw kafka.failed(e);
        }
        if (counts) {
            out.println(kinds.isEmpty() ? "Nothing was rejected." : total());
            out.flush();
        }
    }

    private SortedSet<String> topics(TopicReader reader) {
        try {
            return reader.topics();
        } catch (KafkaException e) {
            throw kafka.unanswered(e);
        }
    }

    /** The topics by their full names. */
    private Set<String> chosen(SortedSet<String> topics) {
        Set<String> ours = topics.stream()
                .filter(topic -> topic.startsWith("retold.") && !topic.startsWith("retold.shadow."))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ours.isEmpty()) {
            throw new Trouble(
                    "Kafka at %s has no topic of Retold: nothing has been told there yet.".formatted(kafka.address()));
        }
        if (wanted.equals(Set.of("all"))) {
            return ours;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : wanted) {
            Optional<String> topic = topics.stream()
                    .filter(known ->
                            known.equals(name) || TopicRecord.shortName(known).equals(name))
                    .findFirst();
            if (topic.isEmpty() && !USUAL.contains(name) && !OF_ONE_STORY.contains(name)) {
                throw new Trouble("There is no topic '%s' at %s; there are %s, and all of them are 'all'."
                        .formatted(name, kafka.address(), names(ours)));
            }
            topic.ifPresent(chosen::add);
        }
        return chosen;
    }

    private static String names(Collection<String> topics) {
        return topics.stream().map(TopicRecord::shortName).collect(Collectors.joining(", "));
    }

    /** Reads the newest snapshots first, because what is told names stories and articles by id. */
    private void learn(TopicReader reader) {
        reader.startBeforeEnd(Set.of(STORIES), KNOWN_STORIES);
        while (!reader.behind().isEmpty()) {
            reader.poll().forEach(stories::note);
        }
    }

    private void tellAll(TopicReader reader, Set<String> read) {
        TerminalLine line =
                new TerminalLine(read.stream().map(TopicRecord::shortName).toList(), inColour);
        do {
            for (TopicRecord record : reader.poll()) {
                stories.note(record);
                if (read.contains(record.topic())) {
                    merged.add(record, Instant.now());
                }
            }
            reader.holdBack(merged.crowded());
            Set<MergedRecords.Source> behind = reader.behind().stream()
                    .filter(source -> read.contains(source.topic()))
                    .collect(Collectors.toSet());
            for (TopicRecord record : merged.next(behind, Instant.now())) {
                if (isWanted(record)) {
                    tell(record, line);
                }
            }
            out.flush();
            if (behind.isEmpty() && merged.isEmpty() && !follows) {
                return;
            }
        } while (!out.checkError());
    }

    private boolean isWanted(TopicRecord record) {
        return (story.isEmpty() || teller.concerns(record, story.get()))
                && (code.isEmpty() || code.get().equals(teller.tell(record).kind()));
    }

    private void tell(TopicRecord record, TerminalLine line) {
        if (asJson) {
            out.println(record.json());
        } else {
            Told told = teller.tell(record);
            kinds.merge(told.kind(), 1, Integer::sum);
            out.println(line.of(record, told));
        }
    }

    private String total() {
        List<String> counted = new ArrayList<>();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(kind -> counted.add("%d %s".formatted(kind.getValue(), kind.getKey())));
        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        return "%d rejected: %s".formatted(all, TerminalLine.printable(String.join(", ", counted)));
    }
}
