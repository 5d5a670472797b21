package org.retold.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackLinkTest {

    @Test
    void onlyAddressesOfThisSiteAreGoneBackTo() {
        assertThat(BackLink.of("/stories/s1?x=%20y#z")).isEqualTo("/stories/s1?x=%20y#z");
        assertThat(BackLink.of(null)).isEqualTo("/");
        assertThat(BackLink.of("")).isEqualTo("/");
        assertThat(BackLink.of("//evil.example")).isEqualTo("/");
        assertThat(BackLink.of("/\\evil.example")).isEqualTo("/");
        assertThat(BackLink.of("https://evil.example/")).isEqualTo("/");
        assertThat(BackLink.of("javascript:alert(1)")).isEqualTo("/");
        assertThat(BackLink.of("/\r\nSet-Cookie: a=b")).isEqualTo("/");
    }
}
