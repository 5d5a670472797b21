package org.retold.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

class EntryTextTest {

    private static final String LONG = "<p>" + "Le conseil a voté la réforme du port. ".repeat(60) + "</p>";

    @Test
    void contentIsTheWholeText() {
        assertThat(EntryText.of(entry("<p>Court.</p>", LONG))).isEqualTo(new EntryText.Full(Text.guessed(LONG)));
    }

    @Test
    void aSpipIntroductionIsRecognisedByItsEnding() {
        String introduction = "<p>" + "Le conseil a voté. ".repeat(25) + "&nbsp;(...)</p>";

        assertThat(EntryText.of(entry(introduction, null))).isInstanceOf(EntryText.Introduction.class);
    }

    @Test
    void aSpipDescriptionLosesTheSectionAndKeywordsAtItsEnd() {
        String description = "<p>Le conseil a voté&nbsp;(...)</p>\n\n-\n"
                + "<a href=\"https://phare.example/spip.php?rubrique3\" rel=\"directory\">Politique</a>\n / \n"
                + "<a href=\"https://phare.example/spip.php?mot7\" rel=\"tag\">Port</a>, "
                + "<a href=\"https://phare.example/spip.php?mot8\" rel=\"tag\">Mer</a>\n";

        assertThat(EntryText.of(entry(description, null)))
                .isInstanceOfSatisfying(
                        EntryText.Introduction.class,
                        introduction -> assertThat(introduction.text().plain()).isEqualTo("Le conseil a voté (...)"));
    }

    @Test
    void aDashInTheTextItselfStays() {
        String description = "<p>Brest - Ouessant - Molène</p>";

        assertThat(EntryText.of(entry(description, null)))
                .isEqualTo(new EntryText.Introduction(Text.guessed(description)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The post <a href='x'>Storm</a> appeared first on <a href='y'>Beacon</a>.</p>",
                "<p>The post <a href='x'>Storm</a> first appeared on <a href='y'>Beacon</a>.</p>",
                "<p>L’article <a href='x'>Tempête</a> est apparu en premier sur <a href='y'>Phare</a>.</p>",
                "<p>Der Beitrag <a href='x'>Sturm</a> erschien zuerst auf <a href='y'>Turm</a>.</p>",
            })
    void whereAWordPressPostAppearedFirstIsNotPartOfIt(String appearance) {
        assertThat(EntryText.of(entry(null, LONG + appearance)))
                .isInstanceOfSatisfying(
                        EntryText.Full.class,
                        full -> assertThat(full.text().plain()).endsWith("réforme du port."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council voted. [&hellip;]",
                "The council voted. [...]",
                "The council voted…",
                "The council voted. Read more",
                "Le conseil a voté. Lire la suite →",
                "Le conseil a voté <a href='x'>Lire la suite de « Le port »</a>",
                "The council voted. <a href='x'>Continue reading <span>Port</span> &rarr;</a>",
            })
    void excerptsInThePlaceOfTheContentAreIntroductions(String excerpt) {
        String excerpted = "<p>" + "Some words of the report. ".repeat(20) + excerpt + "</p>";

        assertThat(EntryText.of(entry(null, excerpted))).isInstanceOf(EntryText.Introduction.class);
    }

    @Test
    void aDescriptionAloneIsAnIntroductionUnlessItIsLong() {
        assertThat(EntryText.of(entry("<p>Le conseil a voté la réforme.</p>", null)))
                .isInstanceOf(EntryText.Introduction.class);
        assertThat(EntryText.of(entry(LONG, null))).isInstanceOf(EntryText.Full.class);
    }

    @Test
    void anEntryWithoutTextHasNothing() {
        assertThat(EntryText.of(entry(null, null))).isEqualTo(new EntryText.Nothing());
        assertThat(EntryText.of(entry("<p> </p>", "<img src='x'>"))).isEqualTo(new EntryText.Nothing());
    }

    private static FeedEntry entry(@Nullable String summary, @Nullable String content) {
        return new FeedEntry(
                "g",
                "https://e.example/a",
                new Text("t", false),
                summary == null ? null : Text.guessed(summary),
                content == null ? null : Text.guessed(content),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
