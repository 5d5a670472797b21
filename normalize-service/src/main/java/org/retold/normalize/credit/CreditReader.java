package org.retold.normalize.credit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.normalize.date.DayOrder;

/** Reads what an article says about its source. */
public final class CreditReader {

    private CreditReader() {}

    /**
     * What credits are read from.
     *
     * @param margins lines around the text: bylines, sources, tags
     * @param published day of the article, where known
     * @param order of day and month, where both are numbers
     */
    public record Report(
            String title,
            List<String> paragraphs,
            List<String> margins,
            List<String> authors,
            String publisherHost,
            @Nullable LocalDate published,
            DayOrder order) {

        public Report {
            paragraphs = List.copyOf(paragraphs);
            margins = List.copyOf(margins);
            authors = List.copyOf(authors);
        }
    }

    public static Credits read(Report report) {
        List<Line> paragraphs = Line.of(report.paragraphs());
        List<Line> margins = Line.of(report.margins());
        List<String> agencies = AgencyCredits.of(report.title(), paragraphs, report.margins());
        return new Credits(
                agencies,
                ReporterNames.of(agencies, paragraphs, margins, report.authors()),
                ViaOutlet.of(agencies, paragraphs, report.margins(), report.publisherHost())
                        .orElse(null),
                ReportDate.of(agencies, paragraphs, report.margins(), report.published(), report.order())
                        .orElse(null),
                SourceCount.in(report.paragraphs()).orElse(null));
    }
}
