package org.retold.dedupe.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.Json;
import org.retold.contract.Relation;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

class VerifierTest {

    private static final Credits REUTERS =
            new Credits(List.of("Reuters"), List.of("Ilse Brandt"), null, "2024-05-02", 3);

    private static final String TITLE = "Exclusive: Harbour authority of Lindmark hid cracks in sea wall, papers show";
    private static final List<String> REPORT = List.of(
            "The harbour authority of Lindmark knew for seven years that its sea wall was cracking and told nobody,"
                    + " according to 340 pages of inspection reports seen by Reuters.",
            "Divers counted 112 cracks in June 2017, some of them 4.6 metres long. A memo signed by director Runa"
                    + " Elvestad recommended that the findings be \"kept inside the house until the licence is renewed\".",
            "Repairs would have cost 87 million euros. The authority spent 3.1 million on sealing compound instead,"
                    + " three people with knowledge of the matter said.",
            "On 14 February a storm tore out a section of the wall, flooding the Osterbro quarter. Nobody was hurt.",
            "Elvestad, reached by telephone, declined to comment. The insurer Nordhaven said it had not been informed.");

    private static final String SECOND_TITLE = "Lindmark : les fissures de la digue cachées pendant sept ans";
    private static final List<String> SECOND = List.of(
            "À Lindmark, l'autorité portuaire savait. Selon des rapports d'inspection consultés par Reuters, 340 pages en"
                    + " tout, les plongeurs avaient relevé dès juin 2017 pas moins de 112 fissures.",
            "La directrice Runa Elvestad avait conseillé de garder l'affaire « dans la maison jusqu'au renouvellement de"
                    + " la licence ». Coût des travaux : 87 millions d'euros. On en a dépensé 3,1 pour du mastic.",
            "Le 14 février, la tempête a emporté un pan de la digue et noyé le quartier d'Osterbro. L'assureur Nordhaven"
                    + " n'était pas au courant.");

    private static final List<String> FOLLOW_UP = List.of(
            "Prosecutors searched the offices of the Lindmark harbour authority on Thursday and seized nine computers.",
            "Director Runa Elvestad was suspended on full pay. Her lawyer Jonas Treu called the measure \"theatre for the"
                    + " galleries\" and said she would appeal within 21 days.",
            "Transport minister Aksel Borg promised an inquiry led by the retired judge Mette Halvorsen, who is to report"
                    + " by 30 November. The opposition wants 45 million euros set aside for the families.");

    private final Verifier verifier = Verifier.shipped();

    private static View view(String id, String language, String title, List<String> text, Credits credits) {
        return Views.shipped().of(id, "1", title, text, language, credits, null);
    }

    private final View report = view("a", "en", TITLE, REPORT, REUTERS);
    private final View retold = view("b", "fr", SECOND_TITLE, SECOND, REUTERS);
    private final View followUp =
            view("c", "en", "Offices of Lindmark harbour authority searched", FOLLOW_UP, Credits.NONE);

    @Test
    void aReportAndItsRetellingInAnotherLanguageBelongTogether() {
        assertThat(verifier.score(report, retold))
                .isGreaterThan(verifier.model().clustering().joinAt());
    }

    @Test
    void aFollowUpWithNewFactsDoesNot() {
        assertThat(verifier.score(report, followUp)).isLessThan(0.3);
        assertThat(verifier.score(retold, followUp)).isLessThan(0.3);
    }

    @Test
    void theScoreIsTheSameBothWays() {
        assertThat(verifier.score(report, retold)).isEqualTo(verifier.score(retold, report));
        assertThat(verifier.score(report, followUp)).isEqualTo(verifier.score(followUp, report));
    }

    @Test
    void theScoreSurvivesTheBytes() {
        double read = verifier.score(View.read(report.bytes()), View.read(retold.bytes()));

        assertThat(read).isEqualTo(verifier.score(report, retold));
    }

    @Test
    void theMatchSaysWhy() {
        Match match = verifier.match(retold, report);

        assertThat(match.relation()).isEqualTo(Relation.TRANSLATION);
        assertThat(match.sharedCredits()).containsExactly("Reuters", "Ilse Brandt");
        assertThat(match.facts())
                .extracting(Evidence.Fact::text)
                .contains("112", "340", "87 millions", "Runa Elvestad", "Nordhaven");
        assertThat(match.passages()).isNotEmpty();
        assertThat(match.containment()).isGreaterThan(match.otherContainment());
    }

    @Test
    void theMatchReversedIsTheOtherArticlesMatch() {
        Match match = verifier.match(retold, report);
        Match reversed = match.reversed();

        assertThat(reversed.articleId()).isEqualTo("a");
        assertThat(reversed.score()).isEqualTo(match.score());
        assertThat(reversed.containment()).isEqualTo(match.otherContainment());
        assertThat(reversed.passages().getFirst().here())
                .isEqualTo(match.passages().getFirst().there());
        assertThat(reversed.reversed().facts()).isEqualTo(match.facts());
    }

    @Test
    void evidenceStaysWithinFourKilobytes() {
        Evidence evidence = verifier.match(report, report).evidence("story", Relation.COPY, "1.1");

        assertThat(Json.write(evidence)).hasSizeLessThan(4_096);
    }

    @Test
    void theSameTextIsACopy() {
        View copy = view("d", "en", TITLE, REPORT, REUTERS);
        Match match = verifier.match(copy, report);

        assertThat(match.relation()).isEqualTo(Relation.COPY);
        assertThat(match.score()).isGreaterThan(0.95);
        assertThat(match.similarity()).isEqualTo(1);
    }

    @Test
    void aThirdOfTheTextIsCondensed() {
        View cut = view("e", "en", TITLE, REPORT.subList(0, 2), REUTERS);

        assertThat(verifier.match(cut, report).relation()).isEqualTo(Relation.CONDENSED);
        assertThat(verifier.match(report, cut).relation()).isEqualTo(Relation.EXPANDED);
    }

    @Test
    void whatIsTooShortBelongsToNothing() {
        View nothing = view("f", "en", "Lindmark", List.of(), REUTERS);

        assertThat(verifier.score(nothing, report)).isZero();
        assertThat(verifier.match(nothing, report).score()).isZero();
    }

    @Test
    void theCheapScoreOrdersAsTheExactOne() {
        assertThat(Shortlist.cheapScore(report, retold)).isGreaterThan(Shortlist.cheapScore(report, followUp));
        assertThat(Shortlist.cheapScore(report, retold)).isEqualTo(Shortlist.cheapScore(retold, report));
    }
}
