package org.retold.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.retold.local.kafka.Returns;
import org.retold.local.kafka.Returns.Returned;
import org.retold.local.kafka.TopicReader;
import org.retold.local.redrive.Rejected;
import org.retold.local.redrive.Rejected.Place;
import org.retold.local.redrive.Verdict.Reason;
import org.retold.local.stack.Trouble;
import org.retold.local.tail.Since;
import org.retold.local.tail.TerminalLine;
import org.retold.local.tail.TopicRecord;

/** {@code ./retold rejections --redrive}: sends refused records back to where they came from, each once. */
final class Redrive {

    static final String OPTION = "--redrive";

    private static final String REJECTIONS = "retold.rejections.v1";
    private static final String ALL = "all";
    private static final Pattern NUMBERS = Pattern.compile("#?\\d{1,18}(,#?\\d{1,18})*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private final RunningKafka kafka;
    private final Optional<SortedSet<Long>> ids;
    private final Instant since;
    private final Optional<String> code;
    private final boolean asJson;
    private final PrintStream out;

    private Redrive(Arguments arguments, Instant since, PrintStream out) {
        this.kafka = RunningKafka.of(arguments);
        this.ids = ids(arguments.values().getOrDefault(OPTION, ALL));
        this.since = since;
        this.code = Optional.ofNullable(arguments.values().get(Tail.CODE));
        this.asJson = arguments.flags().contains("--json");
        this.out = out;
    }

    static Redrive of(Arguments arguments, PrintStream out) {
        return new Redrive(arguments, Tail.since(arguments, Since.BEGINNING), out);
    }

    private static Optional<SortedSet<Long>> ids(String said) {
        if (said.equals(ALL)) {
            return Optional.empty();
        }
        if (!NUMBERS.matcher(said).matches()) {
            throw new Trouble("%s wants all, or numbers of rejections as ./retold rejections shows them (12 or 12,15);"
                            .formatted(OPTION)
                    + " '%s' is none.".formatted(said));
        }
        SortedSet<Long> ids = DIGITS.matcher(said)
                .results()
                .map(digits -> Long.valueOf(digits.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(ids);
    }

    /** Returns when Kafka has everything that is sent again. */
    void run() {
        // What they have to say we say in one sentence.
        KAFKA_CLIENTS.setLevel(Level.OFF);
        List<Rejected> chosen = chosen();
        try (Returns returns = new Returns(kafka.brokers())) {
            List<Returned> returned = returns.send(chosen);
            returned.forEach(one -> out.println(asJson ? json(one) : line(one)));
            if (!asJson) {
                long sent = returned.stream()
                        .filter(one -> one.sentTo().isPresent())
                        .count();
                out.println("%d of %d sent again".formatted(sent, returned.size()));
            }
            out.flush();
        } catch (KafkaException e) {
            throw kafka.failed(e);
        }
    }

    private List<Rejected> chosen() {
        List<Rejected> all;
        try (TopicReader reader = new TopicReader(kafka.brokers())) {
            if (!reader.topics().contains(REJECTIONS)) {
                throw kafka.hidden(REJECTIONS);
            }
            all = rejections(reader);
        } catch (KafkaException e) {
            throw kafka.unanswered(e);
        }
        if (ids.isPresent()) {
            SortedSet<Long> missing = new TreeSet<>(ids.get());
            all.forEach(rejected -> missing.remove(rejected.id()));
            if (!missing.isEmpty()) {
                throw new Trouble("There is no rejection %s; nothing was sent."
                        .formatted(missing.stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
        }
        return all.stream()
                .filter(rejected -> ids.isEmpty() || ids.get().contains(rejected.id()))
                .filter(rejected -> code.isEmpty() || code.get().equals(rejected.code()))
                .toList();
    }

    private List<Rejected> rejections(TopicReader reader) {
        List<Rejected> rejections = new ArrayList<>();
        reader.startAt(Set.of(REJECTIONS), since);
        do {
            for (TopicRecord record : reader.poll()) {
                rejections.add(Rejected.of(record));
            }
        } while (!reader.behind().isEmpty());
        return rejections;
    }

    private static String line(Returned returned) {
        Rejected rejected = returned.rejected();
        String from = rejected.place().map(Redrive::words).orElse("-");
        String done = returned.sentTo().isPresent()
                ? "sent again, now at offset %d".formatted(returned.sentTo().getAsLong())
                : "left: " + returned.reason().map(Reason::words).orElse("");
        return TerminalLine.printable("#%d  %s  %s  %s".formatted(rejected.id(), rejected.code(), from, done));
    }

    private static String words(Place place) {
        return "%s %d/%d"
                .formatted(
                        TopicRecord.shortName(place.source().topic()),
                        place.source().partition(),
                        place.offset());
    }

    private static ObjectNode json(Returned returned) {
        Rejected rejected = returned.rejected();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rejection", rejected.id());
        json.put("code", rejected.code());
        rejected.place().ifPresent(place -> {
            json.put("topic", place.source().topic());
            json.put("partition", place.source().partition());
            json.put("offset", place.offset());
        });
        json.put("outcome", returned.sentTo().isPresent() ? "sent" : "left");
        returned.sentTo().ifPresent(offset -> json.put("sentTo", offset));
        returned.reason().ifPresent(reason -> json.put("reason", reason.code()));
        return json;
    }
}
