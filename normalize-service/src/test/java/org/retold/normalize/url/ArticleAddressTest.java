package org.retold.normalize.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleAddressTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "https://example.org/a/tram, http://example.org/a/tram",
        "https://example.org/a/tram, https://www.example.org/a/tram",
        "https://example.org/a/tram, https://m.example.org/a/tram",
        "https://example.org/a/tram, https://EXAMPLE.org/a/tram/",
        "https://example.org/a/tram, https://example.org:443/a/tram",
        "https://example.org/a/tram, https://example.org/a/tram#comments",
        "https://example.org/a/tram, https://example.org/a/tram?utm_source=rss&utm_medium=feed",
        "https://example.org/a/tram, https://example.org/a/tram?fbclid=IwAR0x&xtor=RSS-1",
        "https://example.org/a/tram, https://example.org/a/tram;jsessionid=0A1B2C?PHPSESSID=abcdef0123456789",
        "https://example.org/a/tram, https://example.org/a/tram/amp/",
        "https://example.org/a/tram, https://example.org/amp/a/tram",
        "https://example.org/a/tram, https://example.org/a/tram/index.html",
        "https://example.org/a/tram, https://example.org/a//tram?amp=1",
        "https://example.org/caf%C3%A9, https://example.org/café",
        "https://example.org/n?id=4&lang=fr, https://example.org/n?lang=fr&id=4&utm_term=x",
        "https://spip.example/spip.php?article12, https://spip.example/?article12",
        "https://spip.example/spip.php?article12, https://spip.example/spip.php?page=article&id_article=12",
        "https://spip.example/spip.php?article12, https://spip.example/article.php3?id_article=12",
        "https://spip.example/spip.php?article12, https://spip.example/article12.html",
        "https://spip.example/spip.php?article12, https://www.spip.example/spip.php?article12&var_recherche=tram&lang=fr#forum3",
    })
    void spellingsOfOneAddressHaveOneKey(String one, String other) {
        assertThat(key(other)).isEqualTo(key(one));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "https://example.org/a/tram, https://example.org/a/train",
        "https://example.org/a/tram, https://example.com/a/tram",
        "https://example.org/n?id=4, https://example.org/n?id=5",
        "https://example.org/article.php?sid=4, https://example.org/article.php?sid=5",
        "https://spip.example/spip.php?article12, https://spip.example/spip.php?article13",
        "https://spip.example/spip.php?article12, https://spip.example/spip.php?breve12",
        "https://host.example/one/spip.php?article12, https://host.example/two/spip.php?article12",
        "http://127.0.0.1:8091/a, http://127.0.0.1:8092/a",
        "http://one.localhost:8090/a, http://two.localhost:8090/a",
        "https://one.blogspot.com/a, https://two.blogspot.com/a"
    })
    void differentArticlesHaveDifferentKeys(String one, String other) {
        assertThat(key(other)).isNotEqualTo(key(one));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.lemonde.example/a, lemonde.example",
        "https://news.bbc.co.uk/a, bbc.co.uk",
        "https://blog.example.wordpress.com/a, example.wordpress.com",
        "http://127.0.0.1:8091/a, 127.0.0.1:8091",
        "http://localhost/a, localhost",
        "http://spip.localhost:8090/a, spip.localhost:8090",
        "http://a.b.localhost:8090/a, b.localhost:8090"
    })
    void thePublisherIsTheRegistrableHost(String url, String host) {
        assertThat(ArticleAddress.of(url, null, List.of()).orElseThrow().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not an address",
                "ftp://example.org/a",
                "mailto:a@example.org",
                "/relative",
                "http://",
                "https://a=bé/x",
                "javascript:alert(1)"
            })
    void whatIsNoWebAddressIsRefused(String url) {
        assertThat(ArticleAddress.of(url, null, List.of())).isEmpty();
    }

    @Test
    void thePagesClaimIsBelievedWithinItsSite() {
        assertThat(url("https://example.org/p?id=7", null, "https://www.example.org/2026/tram"))
                .isEqualTo("https://www.example.org/2026/tram");
    }

    @Test
    void aClaimOfTheHomePageIsDistrusted() {
        assertThat(url("https://example.org/a/tram", null, "https://example.org/"))
                .isEqualTo("https://example.org/a/tram");
        assertThat(url("https://example.org/a/tram", null, "https://example.org/fr/"))
                .isEqualTo("https://example.org/a/tram");
    }

    @Test
    void aClaimOfAnotherSiteIsDistrustedSoThatSyndicatedCopiesStayArticles() {
        assertThat(url("https://copy.example/a/tram", null, "https://wire.example/tram"))
                .isEqualTo("https://copy.example/a/tram");
    }

    @Test
    void aLinkThroughARelayIsTheAddressWhereItEnded() {
        assertThat(url("https://feedproxy.google.com/~r/x/1", "https://example.org/a/tram?utm_source=feed", null))
                .isEqualTo("https://example.org/a/tram");
    }

    @Test
    void aRedirectToTheHomePageIsNotTheArticlesAddress() {
        assertThat(url("https://example.org/a/tram", "https://example.org/", null))
                .isEqualTo("https://example.org/a/tram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/politique/",
                "https://example.org/news/latest",
                "https://consent.example.org/collect?return=https%3A%2F%2Fexample.org%2Fpolitique%2Fle-tramway-revient-au-port",
                "https://example.org/login?next=/politique/le-tramway-revient-au-port",
                "https://sso.example.com/connexion",
            })
    void anAddressWithoutAWordOfTheLinkIsASectionOrAWall(String other) {
        String link = "https://example.org/politique/le-tramway-revient-au-port";

        assertThat(url(link, null, other)).isEqualTo(link);
        assertThat(url(link, other, null)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/2026/le-tramway-revient-au-port.html",
                "https://example.org/tramway-port",
                "https://example.org/article/20417",
                "https://example.org/?p=20417",
            })
    void anAddressThatSharesAWordOrHasANumberIsBelieved(String claim) {
        assertThat(url("https://example.org/politique/le-tramway-revient-au-port", null, claim))
                .isEqualTo(claim);
    }

    @Test
    void aSpipNumberInTheLinkOutlivesANewSchemeOfAddresses() {
        ArticleAddress before = ArticleAddress.of("https://spip.example/spip.php?article12", null, List.of())
                .orElseThrow();
        ArticleAddress after = ArticleAddress.of(
                        "https://spip.example/spip.php?article12",
                        "https://spip.example/Le-tram-revient",
                        List.of("https://spip.example/Le-tram-revient"))
                .orElseThrow();

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.url()).isEqualTo("https://spip.example/Le-tram-revient");
    }

    private static String url(String link, @Nullable String found, @Nullable String claim) {
        return ArticleAddress.of(link, found, Stream.ofNullable(claim).toList())
                .orElseThrow()
                .url();
    }

    private static String key(String url) {
        return ArticleAddress.of(url, null, List.of()).orElseThrow().key();
    }
}
