package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UrlKeyTest {

    @Test
    void spellingsOfOneAddressMeet() {
        String key = UrlKey.of("https://example.org/Article12?id=3");

        assertThat(UrlKey.of("http://www.EXAMPLE.org/Article12?utm_source=x&id=3&fbclid=1#comments"))
                .isEqualTo(key);
        assertThat(UrlKey.of(" https://example.org/Article12/?id=3")).isNotEqualTo(key);
        assertThat(UrlKey.of("https://example.org/?utm_medium=mail")).isEqualTo(UrlKey.of("http://example.org"));
    }

    @Test
    void otherArticlesStayOthers() {
        assertThat(UrlKey.of("https://example.org/article12"))
                .isNotEqualTo(UrlKey.of("https://example.org/article13"))
                .isNotEqualTo(UrlKey.of("https://example.org/Article12"));
    }
}
