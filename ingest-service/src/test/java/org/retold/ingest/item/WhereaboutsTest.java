package org.retold.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.FirstAddress;
import org.retold.contract.ItemBody;

class WhereaboutsTest {

    private static final String LINK = "https://e.example/?p=12";
    private static final String PAGE = "https://e.example/news/crane?print";

    @Test
    void aPageTellsWhereItIsAndWhatItCallsItself() {
        ItemBody page = page("utf-8", """
                <html><head><meta property="og:url" content=" https://e.example/og ">
                <link rel="canonical" href="/crane"><link rel=canonical href="/second"></head>""");

        assertThat(Whereabouts.of(LINK, page, PageFacts.of(page)))
                .contains(new FirstAddress(LINK, PAGE, List.of("https://e.example/crane", "https://e.example/og")));
    }

    @Test
    void aClaimBelowAnImageInTheHeadIsFoundToo() {
        ItemBody page = page(null, "<head><noscript><img src=x></noscript><link rel=CANONICAL href='/crane'></head>");

        assertThat(Whereabouts.of(LINK, page, PageFacts.of(page)).orElseThrow().claims())
                .containsExactly("https://e.example/crane");
    }

    @Test
    void whatStandsInTheFeedHasNothingButItsLink() {
        ItemBody text = ItemBody.of(
                ItemBody.Origin.FEED_CONTENT,
                "text/html",
                "utf-8",
                null,
                "<link rel=canonical href='https://e.example/x'>".getBytes(UTF_8));

        assertThat(Whereabouts.of(LINK, text, PageFacts.of(text))).contains(new FirstAddress(LINK, null, List.of()));
        assertThat(Whereabouts.of(LINK, null, PageFacts.of(null))).contains(new FirstAddress(LINK, null, List.of()));
        assertThat(Whereabouts.of(null, null, PageFacts.of(null))).isEmpty();
        assertThat(Whereabouts.of("https://e.example/" + "x".repeat(3_000), null, PageFacts.of(null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "\u0000", "utf-16"})
    void aCharsetThatNobodyKnowsBreaksNothing(String charset) {
        ItemBody page = page(charset, "<link rel=canonical href='/\u0000'>");

        assertThat(Whereabouts.of(LINK, page, PageFacts.of(page)))
                .hasValueSatisfying(here -> assertThat(here.pageUrl()).isEqualTo(PAGE));
    }

    private static ItemBody page(@Nullable String charset, String html) {
        return ItemBody.of(ItemBody.Origin.PAGE, "text/html", charset, PAGE, html.getBytes(UTF_8));
    }
}
