package org.retold.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.co.uk/feed, example.co.uk, false",
        "http://feeds.Example.org:8080/, example.org, false",
        "http://blog.example.org/, example.org, false",
        "http://93.184.216.34/feed, 93.184.216.34, false",
        "http://agence.localhost:8090/feed, agence.localhost, true",
        "http://localhost/, localhost, true",
        "http://127.0.0.7/, 127.0.0.7, true",
        "http://[::1]/, ::1, true",
    })
    void theRegistrableDomainIsTheUnitOfPoliteness(String url, String name, boolean local) {
        assertThat(Site.of(url)).contains(new Site(name, local));
    }

    @Test
    void whatIsNoUrlIsNoSite() {
        assertThat(Site.of("mailto:desk@example.org")).isEmpty();
    }
}
