package org.retold.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://news.example/feed?a=1#b, http://news.example",
        "https://News.Example:443, https://news.example",
        "http://news.example:443/, http://news.example:443",
        "https://reader:secret@news.example:8443/a/b, https://news.example:8443",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void anOriginIsSchemeHostAndPort(String url, String origin) {
        assertThat(Origin.of(url)).contains(new Origin(origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feed", "ftp://news.example/"})
    void whatIsNotOnTheWebHasNone(String url) {
        assertThat(Origin.of(url)).isEmpty();
    }
}
