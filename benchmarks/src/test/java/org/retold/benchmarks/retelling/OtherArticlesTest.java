package org.retold.benchmarks.retelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OtherArticlesTest {

    private static final String TEXT = """
            The board of Brennhavn Overfart knew for 11 months that the doors of Havørn did not close. An engineer, Solveig \
            Aasen, warned the board in a letter of 14 March. The letter said that 412 passengers had 4 minutes. The doors of \
            the ship were closed in the end, said Solveig Aasen.""";

    private final OtherArticles others = new OtherArticles(
            List.of(new Told("1", "en", "", "Doors that do not close", List.of(TEXT), "1", "all", "")));

    @Test
    void anArticleIsAsLongAsArticlesAreAndOfTheWordsThatWereGiven() {
        Set<String> given = words(TEXT + " Doors that do not close");

        for (int number = 0; number < 20; number++) {
            Told article = others.article(number);

            String text = String.join(" ", article.paragraphs());
            assertThat(text.split(" ")).hasSizeBetween(150, 600 + 45);
            assertThat(given).containsAll(words(text.replaceAll("\\S*\\d\\S*", "")));
            assertThat(article.language()).isEqualTo("en");
        }
    }

    @Test
    void theSameNumberIsTheSameArticleAndAnotherIsAnother() {
        assertThat(others.article(7)).isEqualTo(others.article(7));
        assertThat(others.article(7).paragraphs())
                .isNotEqualTo(others.article(8).paragraphs());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toCollection(TreeSet::new));
    }
}
