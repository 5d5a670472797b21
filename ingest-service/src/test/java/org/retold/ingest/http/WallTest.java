package org.retold.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTest {

    private static final String ARTICLE = "https://news.example/2026/04/le-port-de-sable";

    @ParameterizedTest
    @CsvSource({
        "https://consent.news.example/v2/collect?id=12",
        "https://news.example/login?next=%2F2026%2F04%2Fle-port-de-sable",
        "https://sso.group.example/start",
        "https://news.example/gate?back=https%3A%2F%2Fnews.example%2F2026%2F04%2Fle-port-de-sable",
        "https://other.example/c?u=https://news.example/2026/04/le-port-de-sable?ref=rss",
        "https://news.example/fr/abonnement/",
        "https://news.example/",
        "https://news.example/index.php",
        "https://news.example/fr/"
    })
    void aPageThatAsksForSomethingFirstIsAWall(String found) {
        assertThat(Wall.isAt(ARTICLE, found)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/2026/04/le-port-de-sable",
        "https://news.example/2026/04/le-port-de-sable/",
        "https://www.news.example/2026/04/le-port-de-sable?amp=1",
        "https://news.example/article/81234",
        "https://news.example/spip.php?article12",
        "https://news.example/?p=812",
        "https://news.example/politique/les-abonnements-de-train-augmentent",
        "https://moved.example/2026/04/le-port-de-sable?from=/2026/04/le-port-de-sable",
        "https://news.example/a b"
    })
    void aPageThatOnlyMovedIsNone(String found) {
        assertThat(Wall.isAt(ARTICLE, found)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/login/why-passwords-fail, https://news.example/login/why-passwords-fail/",
        "https://news.example/, https://www.news.example/",
        "https://consent.example/what-is-consent, https://consent.example/2026/what-is-consent"
    })
    void anArticleWhoseAddressHasSuchAWordIsNone(String asked, String found) {
        assertThat(Wall.isAt(asked, found)).isFalse();
    }
}
