package org.retold.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WebLinkTest {

    @Test
    void onlyAddressesOfTheWebAreLinked() {
        assertThat(WebLink.of("https://example.org/a?b=c")).isEqualTo("https://example.org/a?b=c");
        assertThat(WebLink.of(" HTTP://example.org ")).isEqualTo("HTTP://example.org");
        for (String other : new String[] {
            "javascript:alert(1)", "data:text/html,x", "//example.org", "/path", "ftp://example.org", "https:x", "h t"
        }) {
            assertThat(WebLink.of(other)).as(other).isNull();
        }
    }
}
