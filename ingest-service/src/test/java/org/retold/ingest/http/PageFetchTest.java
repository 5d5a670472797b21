package org.retold.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.ItemBody;
import org.retold.ingest.Web;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate.Word;
import org.retold.outbound.OutboundClient;

class PageFetchTest {

    private final Web web = Web.open();
    private final OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");
    private final PageFetch pages = new PageFetch(client, url -> new Word.Go(silence -> {}));

    @AfterEach
    void close() {
        client.close();
        web.close();
    }

    @Test
    void aPageThatMovedIsTakenFromWhereItIs() throws InterruptedException {
        web.with("/le-port", 302, Map.of("Location", web.url("/2026/le-port")), "")
                .with("/2026/le-port", "text/html", "<p>Le port de sable.");

        assertThat(pages.fetch(web.url("/le-port")))
                .isInstanceOfSatisfying(
                        PageOutcome.Page.class,
                        page -> assertThat(page.body())
                                .extracting(ItemBody::pageUrl)
                                .isEqualTo(web.url("/2026/le-port")));
    }

    @Test
    void aWallIsNotTakenForTheArticle() throws InterruptedException {
        web.with("/le-port", 302, Map.of("Location", web.url("/consent?back=%2Fle-port")), "")
                .with("/consent?back=%2Fle-port", "text/html", "<p>We value your privacy.");

        assertThat(pages.fetch(web.url("/le-port")))
                .isEqualTo(new PageOutcome.NoPage("a wall stands before it: " + web.url("/consent?back=%2Fle-port")));
    }
}
