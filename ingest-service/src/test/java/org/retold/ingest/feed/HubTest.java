package org.retold.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {

    private static final String FEED = "https://news.example/feed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example/>; rel=\"hub\"",
                "<https://hub.example/>;rel=hub",
                "<https://hub.example/>; title=\"a, b; c\"; rel=\"search HUB\"",
                "</style.css>; rel=preload; as=style, <https://hub.example/>; rel=hub"
            })
    void aHeaderNamesAHub(String header) {
        assertThat(Hub.announced(List.of(header), FEED)).contains(new Hub("https://hub.example/", FEED));
    }

    @Test
    void aHeaderSaysWhatTheHubCallsTheFeed() {
        assertThat(Hub.announced(List.of("</hub>; rel=hub", "<https://news.example/all.atom>; rel=self"), FEED))
                .contains(new Hub("https://news.example/hub", "https://news.example/all.atom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<https://a.example/>; rel=next", "<https://a.example/>; rel=hubs", "rel=hub", "<<<>;rel=hub"
            })
    void otherHeadersNameNone(String header) {
        assertThat(Hub.announced(List.of(header), FEED)).isEmpty();
    }
}
