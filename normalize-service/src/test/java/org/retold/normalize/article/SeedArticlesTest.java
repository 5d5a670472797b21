package org.retold.normalize.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.corpus.Shared;
import org.retold.normalize.corpus.TestPages;
import org.retold.normalize.corpus.TestPages.Content;
import org.retold.normalize.language.LanguageReader;

/** The five pages this project was started for, served as the systems that published them would. */
class SeedArticlesTest {

    private final Normalizer normalizer = new Normalizer(new LanguageReader());

    @Test
    void aSpipPageCreditsReutersAndItsMoscowBureauChief() throws IOException {
        List<String> lines = lines("000_c5f76dfafc4e1446.txt");
        int end = lines.indexOf("kyivpost") + 1;

        Article article = article(
                "http://www.geopolintel.fr/article3921.html",
                TestPages.spip(new Content(
                        "Geopolintel",
                        lines.get(1),
                        lines.get(2),
                        lines.subList(3, end),
                        List.of(),
                        lines.subList(end, lines.size()))));

        expectAsInGold(0, article);
        assertThat(article.published())
                .isEqualTo(new Published(Instant.parse("2024-11-21T00:00:00Z"), Precision.DAY, Source.TEXT));
        assertThat(article.publisher().name()).isEqualTo("geopolintel.fr");
        assertThat(article.paragraphs().get(0)).startsWith("Le président russe Vladimir Poutine se dit ouvert");
        assertThat(article.credits().sources()).isEqualTo(5);
    }

    @Test
    void aSpipPageWithAForumCreditsBothReportersAndTheDayOfTheExclusive() throws IOException {
        List<String> lines = lines("001_a3a8030b359bbc8d.txt");
        int end = lines.indexOf("1 Message");

        Article article = article(
                "http://vivelarevolution.example/spip.php?article12",
                TestPages.spip(new Content(
                        lines.get(0),
                        lines.get(2),
                        lines.get(3),
                        lines.subList(4, end),
                        List.of(lines.get(1)),
                        lines.subList(end, lines.size()))));

        expectAsInGold(1, article);
        assertThat(article.published())
                .isEqualTo(new Published(Instant.parse("2024-03-19T00:00:00Z"), Precision.DAY, Source.TEXT));
        assertThat(article.paragraphs())
                .last()
                .asString()
                .startsWith("Le Kremlin ne voit pas l’intérêt de poursuivre les contacts");
        assertThat(article.credits().sources()).isEqualTo(3);
    }

    @Test
    void aPlainPageCreditsBloombergAndNotTheAgenciesItMentions() throws IOException {
        List<String> lines = lines("002_52b8ed5fb8d15e35.txt");

        Article article = article(
                "http://plain.example/poutine-teste",
                TestPages.generic(new Content("Plain", "", "", lines, List.of(), List.of())));

        expectAsInGold(2, article);
        assertThat(article.published())
                .isEqualTo(new Published(Instant.parse("2024-01-01T00:00:00Z"), Precision.MONTH, Source.TEXT));
        assertThat(article.paragraphs()).hasSizeGreaterThan(20);
    }

    @Test
    void aWordPressColumnThatMentionsNewspapersCreditsNobody() throws IOException {
        List<String> lines = lines("003_723973087be79e15.txt");
        int end = lines.indexOf("Votre commentaire");

        Article article = article(
                "http://brunobertez.example/2022/11/15/la-rencontre-americano-russe-en-turquie/",
                TestPages.wordpress(new Content(
                        "brunobertez",
                        lines.get(0),
                        "15 novembre 2022",
                        lines.subList(1, end),
                        List.of(),
                        lines.subList(end, lines.size()))));

        expectAsInGold(3, article);
        assertThat(article.credits().exclusiveDate()).isNull();
        assertThat(article.paragraphs()).last().asString().startsWith("Cela nécessitera également la défaite");
    }

    @Test
    void aPlainAggregatorPageCreditsReutersByWayOfUnian() throws IOException {
        List<String> lines = lines("004_dc0d0ca35442ccfd.txt");

        Article article = article(
                "http://aggregator.example/geler-la-guerre",
                TestPages.generic(new Content(
                        "Aggregator",
                        "Geler la guerre : Poutine voulait des négociations",
                        "",
                        lines,
                        List.of(),
                        List.of())));

        expectAsInGold(4, article);
        assertThat(article.published())
                .isEqualTo(new Published(Instant.parse("2024-02-14T00:44:00Z"), Precision.MINUTE, Source.TEXT));
        assertThat(article.credits().sources()).isEqualTo(3);
    }

    private void expectAsInGold(int index, Article article) {
        JsonNode gold = Shared.json("seeds/gold.json").get(index);
        String text = String.join("\n", article.paragraphs());

        assertThat(article.credits().agencies()).isEqualTo(Shared.strings(gold.path("agencies")));
        assertThat(article.credits().reporters()).isEqualTo(Shared.strings(gold.path("reporters")));
        assertThat(article.language()).isEqualTo(gold.path("language").asText());
        if (gold.has("via")) {
            assertThat(article.credits().via()).isEqualTo(gold.path("via").asText());
        }
        if (gold.has("title")) {
            assertThat(article.title()).isEqualTo(gold.path("title").asText());
        }
        if (gold.has("exclusiveDate")) {
            assertThat(article.credits().exclusiveDate())
                    .isEqualTo(gold.path("exclusiveDate").asText());
        }
        for (String furniture : Shared.strings(gold.path("notInText"))) {
            assertThat(text).doesNotContain(furniture);
        }
    }

    private Article article(String url, String html) {
        Outcome outcome = normalizer.normalize(Items.page(url, html));
        assertThat(outcome).isInstanceOf(Normalized.class);
        return ((Normalized) outcome).article();
    }

    private static List<String> lines(String name) throws IOException {
        return new ArrayList<>(
                Arrays.stream(Files.readString(Shared.path("seeds/" + name)).split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
