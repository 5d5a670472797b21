package org.retold.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retold.api.Newsroom;
import org.retold.contract.Article;
import org.retold.contract.Evidence.Range;

final class QuotesTest {

    private final Article article = Newsroom.article(
            "a", "The title", "en", "One two three.", "word ".repeat(40) + "HERE" + " word".repeat(40));

    @Test
    void aPassageIsQuotedWithWhatIsAroundIt() {
        assertThat(Quotes.quote(article, new Range(0, 4, 7))).contains(new Reason.Quote("One ", "two", " three."));
        assertThat(Quotes.quote(article, new Range(-1, 0, 3))).contains(new Reason.Quote("", "The", " title"));
    }

    @Test
    void longSurroundingsAreCutBetweenWords() {
        assertThat(Quotes.quote(article, new Range(1, 200, 204))).hasValueSatisfying(quote -> {
            assertThat(quote.before()).startsWith("… word ").endsWith("word ").hasSizeLessThan(95);
            assertThat(quote.words()).isEqualTo("HERE");
            assertThat(quote.after()).startsWith(" word").endsWith("word …").hasSizeLessThan(95);
        });
    }

    @Test
    void rangesOfAnotherTextQuoteNothing() {
        assertThat(Quotes.quote(article, new Range(2, 0, 3))).isEmpty();
        assertThat(Quotes.quote(article, new Range(0, 4, 700))).isEmpty();
        assertThat(Quotes.quote(article, new Range(0, 4, 4))).isEmpty();
    }
}
