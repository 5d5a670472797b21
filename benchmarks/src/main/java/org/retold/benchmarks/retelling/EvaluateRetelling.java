package org.retold.benchmarks.retelling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.retold.benchmarks.score.PairCount;
import org.retold.benchmarks.score.QualityPage;
import org.retold.contract.Credits;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/**
 * Measures how well retellings are found on the corpora beside the checkout and writes the section of {@code
 * docs/quality.md}. No figure has seen its articles in training, except those of the seeds, which are in no training.
 */
public final class EvaluateRetelling {

    private EvaluateRetelling() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<LabelledStream> streams = Streams.all();
        Training training = new Training(streams, Streams.IMPORTANCE);
        StringBuilder page = new StringBuilder();
        page.append(
                "Weights, calibration and clustering are chosen without the topic group (hand-written corpora) or\n");
        page.append("the fifth of the stories that is scored; the whole corpus is clustered as one stream.\n\n");
        page.append("| corpus | articles | pair precision | recall | F1 (95 % of resampled groups) | ARI ");
        page.append("| look-alikes pulled in |\n|---|---|---|---|---|---|---|\n");
        List<CrossValidation> validations = new ArrayList<>();
        for (LabelledStream stream : streams) {
            CrossValidation validation = CrossValidation.of(stream, training);
            validations.add(validation);
            PairCount pooled = validation.pooled();
            double[] interval = validation.interval();
            page.append("| %s | %d | %.3f | %.3f | **%.3f** (%.2f .. %.2f) | %.3f | %d of %d |%n"
                    .formatted(
                            stream.name,
                            stream.articles.size(),
                            pooled.precision(),
                            pooled.recall(),
                            pooled.f1(),
                            interval[0],
                            interval[1],
                            validation.adjustedRand(),
                            validation.pulledIn(),
                            validation.alone()));
            System.out.print(page.substring(page.lastIndexOf("| " + stream.name)));
        }
        relations(page, validations.getFirst());
        recall(page, streams);
        seeds(page);
        System.out.println(page);
        new QualityPage(Corpora.root().resolve("docs/quality.md")).write("retelling", page.toString());
    }

    private static void relations(StringBuilder page, CrossValidation validation) {
        page.append("\nPair recall on the hand-written corpora by how the article tells its report: ");
        for (String relation :
                List.of("wire", "verbatim", "translation", "foreign", "condensed", "second-hand", "late")) {
            page.append("%s %.2f, ".formatted(relation, validation.recallOf(relation)));
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
        Views views = Views.shipped();
        List<View> seeds = new ArrayList<>();
        for (Told told : Seeds.read()) {
            seeds.add(views.of(told.id(), "1", told.title(), told.paragraphs(), told.language(), Credits.NONE, null));
        }
        page.append("\nThe five real pages, by the shipped model: ");
        for (int i = 0; i < seeds.size(); i++) {
            for (int j = 0; j < i; j++) {
                page.append("%s+%s %.3f, "
                        .formatted(
                                seeds.get(j).articleId().substring(5),
                                seeds.get(i).articleId().substring(5),
                                verifier.score(seeds.get(i), seeds.get(j))));
            }
        }
        page.append("joining at %.2f.%n".formatted(verifier.model().clustering().joinAt()));
    }
}
