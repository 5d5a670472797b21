package org.retold.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleKeyTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.org/A/b, example.org/A/b",
        "http://example.org:80/A/b/, example.org/A/b",
        "https://example.org:443/, example.org",
        "https://example.org:8443/x, example.org:8443/x",
        "https://example.org/x#comments, example.org/x",
        "https://example.org/x?utm_source=a&utm_medium=b, example.org/x",
        "https://example.org/x?fbclid=1&id=2&gclid=3, example.org/x?id=2",
        "https://example.org/x?b=2&a=1, example.org/x?a=1&b=2",
        "https://example.org/spip.php?article12, example.org/spip.php?article12",
        "https://example.org/spip.php?article12&var_mode=calcul, example.org/spip.php?article12",
        "https://example.org/x;jsessionid=ABC?id=2, example.org/x?id=2",
        "https://user:secret@example.org/x, example.org/x",
        "https://élysée.example/x, xn--lyse-9oad.example/x",
        "http://www.www.example.org:80./x, example.org/x",
        "https://example.org../x, example.org/x",
        "http://agence.localhost:8090/a, agence.localhost:8090/a",
    })
    void whatDoesNotChooseThePageDoesNotCount(String url, String key) {
        assertThat(ArticleKey.of(url)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/x",
                "ftp://example.org/x",
                "mailto:a@example.org",
                "https://",
                "https:// x/",
                "http://:80/x",
                "http://www./x"
            })
    void whatIsNoWebAddressHasNoKey(String url) {
        assertThat(ArticleKey.of(url)).isEmpty();
    }
}
