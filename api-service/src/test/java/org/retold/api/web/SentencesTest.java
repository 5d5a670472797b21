package org.retold.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    private final Sentences sentences = Sentences.french();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    not modified                                            | inchangé
                    read: nothing new; nothing new for 4 d                  | lu : rien de nouveau ; rien de nouveau depuis 4 j
                    failed: no whole answer within 10.0 s                   | échec : pas de réponse complète en 10,0 s
                    failed: address refused: a.example resolves to 10.0.0.1 is private | échec : adresse refusée : a.example mène à 10.0.0.1 est une adresse privée
                    it failed 2 times: a.example: Connection reset          | 2 échecs : a.example : « Connection reset »
                    its robots.txt cannot be had: its publisher answers 503 | son robots.txt n’a pas été obtenu : son éditeur répond 503
                    '$1 \\' is none of a, b                                 | « $1 \\ » n’est pas une des valeurs possibles : a, b
                    1 of 3 articles credit AFP; the fullest early text is by City of London of 2024-02 | 1 article sur 3 cite AFP ; le plus complet des premiers textes est celui de City of London (<2024-02>)
                    """)
    void whatIsSaidInEnglishIsSaidInFrench(String english, String french) {
        assertThat(sentences.translate(english, date -> "<" + date + ">").map(SentencesTest::plain))
                .contains(french);
    }

    @Test
    void whatNobodyWroteDownIsNotGuessed() {
        assertThat(sentences.translate("it rains", date -> date)).isEmpty();
        assertThat(sentences.translate("the system is down", date -> date)).isEmpty();
        assertThat(sentences.translate("not modified".repeat(1_000), date -> date))
                .isEmpty();
    }

    @Test
    void aHostileSentenceIsDoneWithAtOnce() {
        String nested = "failed: ".repeat(400) + "; nothing new for ".repeat(40);

        assertThat(sentences.translate(nested, date -> date)).isPresent();
    }

    @Test
    void whatIsFrenchIsSetAsInFrance() throws IOException {
        for (String file : List.of("words_fr.properties", "sentences_fr.txt")) {
            for (String line : Files.readAllLines(Path.of("src/main/resources/messages", file), UTF_8)) {
                String french = line.replaceFirst("^[^=]*=>?", "").replaceAll("\\{[#/][^}]*}", "");
                if (!line.startsWith("#")) {
                    assertThat(french)
                            .as(line)
                            .doesNotContainPattern(" [;:!?%»]")
                            .doesNotContainPattern("[\\p{L}}][;!?%»]")
                            .doesNotContainPattern("[\\p{L}}]:( |$)")
                            .doesNotContainPattern("«[^\\u202f]")
                            .doesNotContain("'", "...");
                }
            }
        }
    }

    /** With the spaces that one can type. */
    private static String plain(String french) {
        return french.replace('\u202f', ' ');
    }
}
