package org.retold.normalize.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lire aussi : Une autre exclusivité",
                "À lire également : le calendrier",
                "Voir en ligne : l’article original",
                "Vous pourriez également être intéressé par des actualités :",
                "#Geler #guerre #Ukraine",
                "2024-02-14 00:44:00",
                "1707865261",
                "mardi 19 mars 2024, par anonyme (Date de rédaction antérieure : 19 mars 2024).",
                "1 Message",
                "— 0 commentaires —",
                "Répondre à cet article",
                "Site réalisé avec SPIP",
                "Propulsé par WordPress",
                "© Le Courrier 2026",
                "Sport | Culture | Météo",
                "Read more: Another exclusive",
                "Related: Who is who",
                "Leave a Reply — Your email address will not be published.",
                "Share this: Facebook · X · Email",
                "Lesen Sie auch: Der Hafen",
                "Leggi anche: Il porto",
                "Te puede interesar: El puerto",
                "Alle Rechte vorbehalten"
            })
    void furnitureIsKnown(String line) {
        assertThat(StrayLines.isStray(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le port rouvrira lundi.",
                "Partager le pouvoir, voilà la question qui divise la coalition depuis mars.",
                "Read the letter, it said, and burn it.",
                "Le 19 mars 2024, le conseil a voté la réouverture de la ligne.",
                "CONTACTS",
                "À quoi pourrait ressembler un cessez-le-feu ?",
                "Source : dpa",
                "(avec AFP)",
                "Related parties held 40% of the shares, the filing shows.",
                "More from the sea than from the land, she said, would come the danger."
            })
    void textIsNotTakenForFurniture(String line) {
        assertThat(StrayLines.isStray(line)).isFalse();
    }
}
