package org.retold.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.retold.local.demo.Outlet;
import org.retold.local.demo.Publisher.Cms;

final class DemoSiteTest {

    private final DemoSite site = DemoSite.start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closed() {
        site.close();
        http.close();
    }

    @Test
    void everyOutletHasAnAddressOfItsOwn() throws Exception {
        Set<String> authorities = site.newsstand().outlets().stream()
                .map(outlet -> outlet.base().getAuthority())
                .collect(Collectors.toSet());

        assertThat(authorities).hasSize(site.newsstand().outlets().size());
        for (Outlet outlet : site.newsstand().outlets()) {
            assertThat(get(outlet.base()).body()).contains(outlet.publisher().title());
            assertThat(get(outlet.feedUrl()).statusCode()).isEqualTo(200);
            assertThat(get(outlet.base().resolve("/nowhere")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theFrontListsAllFeeds() throws Exception {
        assertThat(get(site.url()).body()).contains("/feeds.opml");
        assertThat(get(site.url().resolve("/feeds.opml")).body())
                .isEqualTo(site.newsstand().opml());
    }

    @Test
    void spipHasNoEntityTagAndLeavesTheDateOutWhenAskedWithOne() throws Exception {
        URI feed = outlet(Cms.SPIP).feedUrl();

        HttpResponse<String> first = get(feed);
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<String> same = get(feed, "If-Modified-Since", date);
        HttpResponse<String> other = get(feed, "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT");

        assertThat(first.headers().firstValue("ETag")).isEmpty();
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Last-Modified")).isEmpty();
    }

    @Test
    void othersAnswerAKnownEntityTagWithNothing() throws Exception {
        URI feed = outlet(Cms.WORDPRESS).feedUrl();
        String tag = get(feed).headers().firstValue("ETag").orElseThrow();

        assertThat(get(feed, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private Outlet outlet(Cms cms) {
        return site.newsstand().outlets().stream()
                .filter(outlet -> outlet.publisher().cms() == cms)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(Arrays.copyOf(headers, headers.length));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
