package org.retold.benchmarks.retelling;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.retold.benchmarks.score.Agreement;
import org.retold.benchmarks.score.Checkout;
import org.retold.benchmarks.score.PairCount;
import org.retold.benchmarks.score.QualityPage;
import org.retold.benchmarks.score.Table;
import org.retold.dedupe.verify.Shortlist;

/**
 * Measures how well retellings are found on the project's own corpus and on those beside the checkout, and writes the
 * section of {@code docs/quality.md}. No figure has seen its articles in training: the own corpus and the seeds are in no
 * training, the others are left out of it part by part.
 *
 * <p>Usage: {@code ./retold bench retelling [--quick]}; quick measures agreement and candidates alone and writes no page.
 */
public final class EvaluateRetelling {

    private static final int OTHERS_BEFORE = 100_000;
    private static final int OTHERS_AMONG = 20_000;

    private final List<LabelledStream> streams;
    private final List<HeldOut> heldOut = new ArrayList<>();
    private final HeldOut own = HeldOut.shipped(Streams.own());
    private final StringBuilder page = new StringBuilder();

    private EvaluateRetelling(List<LabelledStream> streams) {
        this.streams = streams;
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        boolean quick = List.of(arguments).contains("--quick");
        EvaluateRetelling evaluation = new EvaluateRetelling(Streams.all());
        evaluation.agreement();
        if (quick) {
            evaluation.candidates(Map.of());
            return;
        }
        evaluation.rivals();
        evaluation.orders();
        evaluation.seeds();
        evaluation.candidates(CandidateRecall.amidOthers(evaluation.all(), OTHERS_BEFORE, OTHERS_AMONG));
        new QualityPage(Checkout.root().resolve("docs/quality.md")).write("retelling", evaluation.page.toString());
    }

    private List<LabelledStream> all() {
        return Stream.concat(Stream.of(own.stream()), streams.stream()).toList();
    }

    private void agreement() {
        say("""
                Weights and calibration are chosen without the topic group (`handwritten`) or the fifth of the
                stories (the other corpora) that is scored; of `own` the shipped model has seen nothing. The stories are
                those of the service's own writer.
                """);
        AccuracyTable table = new AccuracyTable();
        Map<String, CrossValidation> validations = new LinkedHashMap<>();
        validations.put("own, one stream", CrossValidation.amongAll(own, own.stream(), WrittenStories::label));
        LabelledStream twice = Streams.ownTwice();
        validations.put(twice.name, CrossValidation.amongAll(HeldOut.shipped(twice), twice, WrittenStories::label));
        Training training = new Training(streams, Streams.IMPORTANCE);
        for (LabelledStream stream : streams) {
            HeldOut models = HeldOut.of(stream, training);
            heldOut.add(models);
            validations.put(
                    stream.name + ", one stream", CrossValidation.amongAll(models, stream, WrittenStories::label));
            if (isSplit(stream)) {
                validations.put(stream.name + ", each fifth a stream", CrossValidation.eachAlone(models));
            }
        }
        validations.forEach(table::add);
        say("\n" + table);
        say("\nPair recall of what is condensed to a quarter or less: %s.\n".formatted(condensed(validations)));
        relations(requireNonNull(validations.get(Streams.HANDWRITTEN + ", one stream")));
    }

    private static boolean isSplit(LabelledStream stream) {
        return stream.name.equals(Streams.FRENCH) || stream.name.equals(Streams.ENGLISH);
    }

    private static String condensed(Map<String, CrossValidation> validations) {
        return validations.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().pairsWith(Archive::isCondensed)))
                .filter(entry -> entry.getValue().gold() > 0)
                .map(entry -> "%s %.3f of %.0f"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().recall(),
                                entry.getValue().gold()))
                .collect(joining("; "));
    }

    private void relations(CrossValidation handwritten) {
        String recalls = Stream.of("wire", "verbatim", "translation", "foreign", "condensed", "second-hand", "late")
                .map(relation -> "%s %.2f"
                        .formatted(
                                relation,
                                handwritten
                                        .pairsWith((archive, number) -> archive.articles
                                                .get(number)
                                                .relation()
                                                .equals(relation))
                                        .recall()))
                .collect(joining(", "));
        say("\nPair recall on `handwritten` by how the article tells its report: %s.\n".formatted(recalls));
    }

    private void rivals() {
        say("""

                ### What others do, on the same streams

                Where a corpus has no titles the first sentence stands for them. None of these needs training; the threshold
                of Lucene's is chosen on what is scored, in its favour.

                """);
        AccuracyTable table = new AccuracyTable();
        for (LabelledStream stream : all()) {
            Rivals.addTo(table, stream.name, List.of(stream));
            if (isSplit(stream)) {
                Rivals.addTo(table, stream.name + ", each fifth a stream", Rivals.fifths(stream));
            }
        }
        say(table.toString());
    }

    private void orders() {
        say("\n### The order of arrival\n\n");
        Table table = new Table(
                "stream, in %d random orders".formatted(ArrivalOrders.ORDERS),
                "pair F1, worst",
                "mean",
                "best",
                "worst minus best");
        for (HeldOut models : List.of(own, heldOut.getFirst())) {
            DoubleSummaryStatistics f1 = ArrivalOrders.agreements(models).stream()
                    .map(Agreement::pairs)
                    .mapToDouble(PairCount::f1)
                    .summaryStatistics();
            table.row(
                    models.stream().name,
                    "%.3f".formatted(f1.getMin()),
                    "%.3f".formatted(f1.getAverage()),
                    "%.3f".formatted(f1.getMax()),
                    "%.3f".formatted(f1.getMax() - f1.getMin()));
        }
        say(table.toString());
    }

    private void seeds() throws IOException {
        List<Archive> others = streams.stream()
                .filter(EvaluateRetelling::isSplit)
                .map(stream -> stream.archive)
                .toList();
        SeedsAmidOthers seeds = SeedsAmidOthers.among(others);
        say(
                "\nThe five real pages amid the articles of `retelling_fr` and `retelling_en` (%d in all), by the shipped model: exactly 001 and 004 together and the other three alone in %d of %d random orders.\n"
                        .formatted(seeds.articles(), seeds.right(ArrivalOrders.ORDERS), ArrivalOrders.ORDERS));
    }

    /** @param amidOthers by stream; empty where it was not measured */
    private void candidates(Map<LabelledStream, Recall> amidOthers) {
        say("""

                ### Candidate search

                Pairs of one story that are found among at most %d candidates that are scored cheaply and %d that are verified
                exactly, in all shards together. The others are made of the corpora's words: %,d are there before the first
                article and %,d more come in between.

                """.formatted(Shortlist.SCORED, Shortlist.VERIFIED, OTHERS_BEFORE, OTHERS_AMONG));
        Table table = new Table(
                "corpus",
                "in the index",
                "pairs scored",
                "pairs verified",
                "of those for which there was room",
                "articles that reach their story",
                "candidates an article");
        for (LabelledStream stream : all()) {
            row(table, stream.name, "alone", stream.recall);
            if (amidOthers.containsKey(stream)) {
                row(table, stream.name, "amid others", amidOthers.getOrDefault(stream, Recall.NONE));
            }
        }
        row(
                table,
                "together",
                "alone",
                all().stream().map(stream -> stream.recall).reduce(Recall.NONE, Recall::plus));
        row(table, "together", "amid others", amidOthers.values().stream().reduce(Recall.NONE, Recall::plus));
        say(table.toString());
    }

    private static void row(Table table, String name, String index, Recall recall) {
        if (recall.pairs() > 0) {
            table.row(
                    name,
                    index,
                    share(recall.scored(), recall.pairs()),
                    share(recall.verified(), recall.pairs()),
                    share(recall.verified(), recall.verifiable()),
                    share(recall.reached(), recall.joinable()),
                    "%.1f".formatted((double) recall.candidates() / recall.articles()));
        }
    }

    private static String share(int part, int whole) {
        return "%.3f".formatted((double) part / whole);
    }

    private void say(String text) {
        page.append(text);
    }
}
