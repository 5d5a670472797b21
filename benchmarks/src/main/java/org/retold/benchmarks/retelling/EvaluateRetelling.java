package org.retold.benchmarks.retelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.retold.benchmarks.score.Agreement;
import org.retold.benchmarks.score.PairCount;
import org.retold.benchmarks.score.QualityPage;
import org.retold.dedupe.verify.Verifier;

/**
 * Measures how well retellings are found on the corpora beside the checkout and writes the section of {@code
 * docs/quality.md}. No figure has seen its articles in training, except those of the seeds, which are in no training.
 *
 * <p>Usage: {@code ./retold bench retelling [--quick]}; quick writes no page.
 */
public final class EvaluateRetelling {

    private EvaluateRetelling() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        boolean quick = List.of(arguments).contains("--quick");
        List<LabelledStream> streams = Streams.all();
        Training training = new Training(streams, Streams.IMPORTANCE);
        List<CrossValidation> validations = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        page.append("""
                Weights, calibration and clustering are chosen without the topic group (hand-written corpora) or the fifth of
                the stories that is scored. Stories are those of the service's own writer.

                | corpus | articles | pair precision | recall | F1 (95 % of resampled groups) | B³ F1 | ARI | look-alikes pulled in |
                |---|---|---|---|---|---|---|---|
                """);
        for (LabelledStream stream : streams) {
            HeldOut models = HeldOut.of(stream, training);
            CrossValidation validation = CrossValidation.amongAll(models, stream, WrittenStories::label);
            validations.add(validation);
            print(page, row(stream.name + ", one stream", validation));
            print(
                    page,
                    row(
                            "the same by the rule that training uses",
                            CrossValidation.amongAll(
                                    models,
                                    stream,
                                    (told, model) -> new OnlineStories(model.clustering())
                                            .label(told, Training.scores(told, model)))));
            if (stream.name.equals(Streams.FRENCH) || stream.name.equals(Streams.ENGLISH)) {
                print(page, row(stream.name + ", each fifth a stream", CrossValidation.eachAlone(models)));
            }
        }
        relations(page, streams.getFirst(), validations.getFirst());
        recall(page, streams);
        seeds(page);
        System.out.println(page);
        if (!quick) {
            new QualityPage(Corpora.root().resolve("docs/quality.md")).write("retelling", page.toString());
        }
    }

    private static void print(StringBuilder page, String line) {
        System.out.print(line);
        page.append(line);
    }

    private static String row(String name, CrossValidation validation) {
        Agreement pooled = validation.pooled();
        double[] interval = validation.interval();
        return "| %s | %d | %.3f | %.3f | **%.3f** (%.2f .. %.2f) | %.3f | %.3f | %d of %d |%n"
                .formatted(
                        name,
                        pooled.articles(),
                        pooled.pairs().precision(),
                        pooled.pairs().recall(),
                        pooled.pairs().f1(),
                        interval[0],
                        interval[1],
                        pooled.bCubed().f1(),
                        pooled.adjustedRand(),
                        pooled.pulledIn(),
                        pooled.alone());
    }

    private static void relations(StringBuilder page, LabelledStream stream, CrossValidation validation) {
        page.append("\nPair recall on the hand-written corpora by how the article tells its report: ");
        for (String relation :
                List.of("wire", "verbatim", "translation", "foreign", "condensed", "second-hand", "late")) {
            PairCount pairs = validation.pairsWith(
                    number -> stream.archive.articles.get(number).relation().equals(relation));
            page.append("%s %.2f, ".formatted(relation, pairs.recall()));
        }
        page.setLength(page.length() - 2);
        page.append(".\n");
    }

    private static void recall(StringBuilder page, List<LabelledStream> streams) {
        page.append("\nCandidate search: pairs of one story that are found, among at most 64 candidates that are\n");
        page.append("scored cheaply and 8 that are verified exactly.\n\n");
        page.append(
                "| corpus | pairs scored | pairs verified | articles that reach their story | candidates an article |");
        page.append("\n|---|---|---|---|---|\n");
        for (LabelledStream stream : streams) {
            LabelledStream.Recall recall = stream.recall;
            page.append("| %s | %.3f | %.3f | %.3f | %.1f |%n"
                    .formatted(
                            stream.name,
                            (double) recall.scored() / recall.pairs(),
                            (double) recall.verified() / recall.pairs(),
                            (double) recall.reached() / recall.joinable(),
                            (double) recall.candidates() / stream.articles.size()));
        }
    }

    private static void seeds(StringBuilder page) throws IOException {
        Verifier verifier = Verifier.shipped();
        Archive seeds = Archive.of("seeds", Seeds.read(), 0);
        page.append("\nThe five real pages, by the shipped model: ");
        for (int i = 0; i < seeds.size(); i++) {
            for (int j = 0; j < i; j++) {
                page.append("%s+%s %.3f, "
                        .formatted(
                                seeds.articles.get(j).id().substring(5),
                                seeds.articles.get(i).id().substring(5),
                                verifier.score(seeds.views.get(i), seeds.views.get(j))));
            }
        }
        page.append("joining at %.2f.%n".formatted(verifier.model().clustering().joinAt()));
    }
}
