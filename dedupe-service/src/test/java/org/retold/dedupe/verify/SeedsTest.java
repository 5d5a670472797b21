package org.retold.dedupe.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

class SeedsTest {

    private static final List<String> AFTER_THE_TEXT = List.of(
            "1 Message", "Votre commentaire", "0 commentaires", "Vous pourriez également", "site réalisé avec SPIP");

    @Test
    void ofTheFiveRealPagesTwoTellOneReport() throws IOException {
        Path folder =
                Path.of(System.getProperty("retold.shared", "../../shared")).resolve("seeds");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: corpora are not beside the checkout");
        List<View> pages = pages(folder);

        Verifier verifier = Verifier.shipped();

        double joinAt = verifier.model().clustering().joinAt();
        for (int i = 0; i < pages.size(); i++) {
            for (int j = 0; j < i; j++) {
                double score = verifier.score(pages.get(i), pages.get(j));
                if (i == 4 && j == 1) {
                    assertThat(score).as("001 and 004").isGreaterThan(joinAt + 0.2);
                } else {
                    assertThat(score).as("00%d and 00%d", j, i).isLessThan(joinAt - 0.2);
                }
            }
        }
    }

    private static List<View> pages(Path folder) throws IOException {
        List<View> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                List<String> text = Files.readAllLines(file).stream()
                        .takeWhile(line -> AFTER_THE_TEXT.stream().noneMatch(line.strip()::startsWith))
                        .filter(line -> !line.isBlank())
                        .toList();
                pages.add(Views.shipped().of(file.toString(), "1", "", text, "fr", Credits.NONE, null));
            }
        }
        return pages;
    }
}
