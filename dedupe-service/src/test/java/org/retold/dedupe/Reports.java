package org.retold.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Publisher;

/** Invented reports, and outlets that retell them. */
final class Reports {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    static final List<String> FERRY = List.of(
            "The operator of the Brennhavn ferries knew for eleven months that the fire doors of three ships did not"
                    + " close, according to inspection reports seen by Norvik Wire.",
            "An engineer, Solveig Aasen, warned the board in a letter of 14 March that 412 passengers on the Havørn"
                    + " would have had four minutes to leave the car deck. \"We are sailing on luck,\" she wrote.",
            "The company, Brennhavn Overfart, said that repairs costing 18 million crowns were completed in February"
                    + " and that no passenger had been at risk.",
            "Two members of the supervisory authority told Norvik Wire that the reports never reached their office.");

    static final List<String> FERRY_SHORT = List.of(
            "Brennhavn Overfart knew for eleven months that fire doors on three ferries did not close, Norvik Wire"
                    + " reports, citing inspection reports.",
            "Engineer Solveig Aasen had warned the board on 14 March that 412 passengers on the Havørn would have had"
                    + " four minutes to leave the car deck: \"We are sailing on luck.\"");

    static final List<String> ORCHARD = List.of(
            "A seed bank in Castelmoro has sold 60,000 grafts of an apple that it had declared extinct in 1987, a"
                    + " nursery owner and two former employees told Meridian Press.",
            "The Rosa di Vallebruna, last recorded in an orchard of the monastery of San Telmo, was found by the"
                    + " botanist Ilario Benzi in 2019 and kept secret until a patent was filed.",
            "The seed bank's director, Marta Quaranta, denied any wrongdoing and spoke of an internal misunderstanding"
                    + " about the catalogue.");

    static final List<String> HARBOUR = List.of(
            "The harbour council of Lindby has voted to close the old fish market and to build flats for 300 families"
                    + " on the quay, with seven votes against five.",
            "Construction begins next autumn; the fishmongers move to a hall behind the railway station, which the"
                    + " council rents from the state for twenty years.");

    private Reports() {}

    static Article article(String id, int minute, List<String> paragraphs) {
        return article(id, "r1", Completeness.FULL, NOON.plus(Duration.ofMinutes(minute)), paragraphs);
    }

    static Article article(
            String id, String revision, Completeness completeness, Instant fetched, List<String> paragraphs) {
        return new Article(
                id,
                revision,
                completeness,
                "https://" + id + ".example/news",
                null,
                null,
                new Publisher(id + ".example", id),
                paragraphs.getFirst().substring(0, 60),
                paragraphs,
                new Published(fetched, Precision.MINUTE, Source.FEED),
                "en",
                List.of(),
                List.of(),
                Credits.NONE,
                fetched);
    }
}
