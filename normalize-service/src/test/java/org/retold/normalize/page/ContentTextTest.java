package org.retold.normalize.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTextTest {

    private static final String FIRST = "Le conseil municipal a voté lundi la réouverture de la ligne.";
    private static final String SECOND = "Les travaux commenceront au printemps et dureront deux ans.";

    @Test
    void aSpipDescriptionLosesItsTailOfSectionsAndKeywords() {
        String html = FIRST + "&nbsp;(...)\n\n- <a href=\"/spip.php?rubrique3\" rel=\"directory\">Transports</a> / "
                + "<a href=\"/spip.php?mot7\" rel=\"tag\">tramway</a>";

        assertThat(paragraphs(html)).containsExactly(FIRST);
    }

    @Test
    void spipContentIsItsLeadTextAndPostscriptWithoutLinkAndNotes() {
        String html =
                "<div class='rss_chapo'><p>" + FIRST + "</p></div><div class='rss_texte'><p>" + SECOND + "</p></div>"
                        + "<div class=\"hyperlien\">Voir en ligne : <a href='#'>la dépêche</a></div>"
                        + "<div class='rss_notes'><p>[1] Une note qui renvoie ailleurs.</p></div>"
                        + "<div class='rss_ps'><p>Mis à jour après le vote du département.</p></div>";

        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND, "Mis à jour après le vote du département.");
    }

    @Test
    void aWordPressFeedLosesItsClosingLine() {
        String html = "<p>" + FIRST
                + "</p><p>The post <a href='#'>Tramway</a> appeared first on <a href='#'>Le Courrier</a>.</p>";

        assertThat(paragraphs(html)).containsExactly(FIRST);
    }

    @Test
    void formsScriptsAndShareLinesAreLeftOut() {
        String html = "<p>" + FIRST + "</p><form><p>Votre adresse</p><input name=a></form><script>x()</script>"
                + "<p>Lire aussi : <a href='#'>Une autre exclusivité</a></p><div class='sharedaddy'><p>Partager : X</p></div><p>"
                + SECOND + "</p>";

        assertThat(paragraphs(html)).containsExactly(FIRST, SECOND);
    }

    @Test
    void lineBreaksPartParagraphs() {
        assertThat(paragraphs(FIRST + "<br><br/>" + SECOND)).containsExactly(FIRST, SECOND);
    }

    @Test
    void plainTextIsCutAtLineEnds() {
        assertThat(ContentText.ofPlain(FIRST + "\n\n" + SECOND + "\n#tramway #Besançon", "")
                        .paragraphs())
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void theTitleIsNotRepeated() {
        assertThat(ContentText.of("<h1>Le tramway revient</h1><p>" + FIRST + "</p>", "Le tramway revient")
                        .paragraphs())
                .containsExactly(FIRST);
    }

    @Test
    void invisibleCharactersAndSpacesAreEvened() {
        assertThat(paragraphs("<p>«\u00a0Le\u00ad tram\u200bway\u202f» revient\n enfin.</p>"))
                .containsExactly("« Le tramway » revient enfin.");
    }

    private static List<String> paragraphs(String html) {
        return ContentText.of(html, "").paragraphs();
    }
}
