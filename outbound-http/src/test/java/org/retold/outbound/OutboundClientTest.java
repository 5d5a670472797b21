package org.retold.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MEBIBYTE = 1024 * 1024;

    private final MockWebServer web = new MockWebServer();
    private final OutboundClient client = client(true, Dns.SYSTEM);

    @BeforeEach
    void openWeb() throws IOException {
        web.start();
    }

    @AfterEach
    void closeWeb() {
        client.close();
        web.close();
    }

    @Test
    void aCopyComesWithWhatTheHeadersSay() throws InterruptedException {
        web.enqueue(new MockResponse(
                200,
                Headers.of(
                        "Content-Type", "Text/XML; charset=ISO-8859-15",
                        "ETag", "\"a1\"",
                        "Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT",
                        "Cache-Control", "public, max-age=600"),
                "bonjour"));

        Answer answer = client.get(request("/feed"));

        assertThat(answer).isInstanceOfSatisfying(Answer.Ok.class, ok -> {
            assertThat(ok.content().bytes()).asString(UTF_8).isEqualTo("bonjour");
            assertThat(ok.content().mediaType()).isEqualTo("text/xml");
            assertThat(ok.content().charset()).isEqualTo("ISO-8859-15");
            assertThat(ok.facts().etag()).isEqualTo("\"a1\"");
            assertThat(ok.facts().lastModified()).isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
            assertThat(ok.facts().freshFor()).isEqualTo(Duration.ofMinutes(10));
            assertThat(ok.finalUrl()).isEqualTo(url("/feed"));
            assertThat(ok.permanentUrl()).isNull();
        });
        assertThat(web.takeRequest().getHeaders().get("User-Agent")).isEqualTo("Retold/test");
    }

    @Test
    void aKnownCopyIsAskedForOnlyIfItChanged() throws InterruptedException {
        web.enqueue(answer(304));

        Answer answer = client.get(request("/feed").unlessStill("\"a1\"", "Sun, 01 Mar 2026 10:00:00 GMT"));

        Headers asked = web.takeRequest().getHeaders();
        assertThat(answer).isInstanceOf(Answer.NotModified.class);
        assertThat(asked.get("If-None-Match")).isEqualTo("\"a1\"");
        assertThat(asked.get("If-Modified-Since")).isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
    }

    @Test
    void aPageOf50MegabytesIsNotTaken() {
        web.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(new byte[50 * 1024 * 1024]), 65_536)
                .build());

        assertThat(client.get(request("/huge"))).isEqualTo(new Answer.TooLarge(MEBIBYTE));
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOneIsNotTaken() throws IOException {
        Buffer packed = new Buffer();
        try (GzipSink gzip = new GzipSink(packed);
                var sink = Okio.buffer(gzip)) {
            sink.write(new byte[20 * 1024 * 1024]);
        }
        web.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(packed)
                .build());

        assertThat(packed.size()).isLessThan(MEBIBYTE);
        assertThat(client.get(request("/bomb"))).isEqualTo(new Answer.TooLarge(MEBIBYTE));
    }

    @Test
    void gzipAndBrotliAreOfferedAndUnpacked() throws InterruptedException {
        // The word "retold" as one uncompressed brotli meta-block: RFC 7932, section 9.2.
        Buffer brotli = new Buffer().write(okio.ByteString.decodeHex("8b02807265746f6c6403"));
        web.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "br")
                .body(brotli)
                .build());

        Answer answer = client.get(request("/feed"));

        assertThat(web.takeRequest().getHeaders().get("Accept-Encoding"))
                .contains("gzip")
                .contains("br");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(ok.content().bytes()).asString(UTF_8).isEqualTo("retold"));
    }

    @Test
    void anEndlessRedirectEnds() {
        for (int i = 0; i < 10; i++) {
            web.enqueue(answer(302, "Location", "/again"));
        }

        assertThat(client.get(request("/again"))).isEqualTo(new Answer.RedirectedTooOften(5));
        assertThat(web.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aMoveForGoodIsReported() {
        web.enqueue(answer(301, "Location", "/b"));
        web.enqueue(answer(308, "Location", "/c"));
        web.enqueue(answer(302, "Location", "/today"));
        web.enqueue(answer(301, "Location", "/d"));
        web.enqueue(new MockResponse(200, Headers.of(), "here"));

        assertThat(client.get(request("/a"))).isInstanceOfSatisfying(Answer.Ok.class, ok -> {
            assertThat(ok.permanentUrl()).isEqualTo(url("/c"));
            assertThat(ok.finalUrl()).isEqualTo(url("/d"));
        });
    }

    @Test
    void aRedirectToAMetadataServiceIsRefusedEvenWherePrivateNetworksAreAllowed() {
        web.enqueue(answer(302, "Location", "http://169.254.169.254/latest/meta-data/"));

        assertThat(client.get(request("/")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).contains("169.254.169.254"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/feed", "file:///etc/passwd", "gopher://example.org/", "javascript:1"})
    void aRedirectOutOfHttpIsRefused(String location) {
        web.enqueue(answer(302, "Location", location));

        assertThat(client.get(request("/"))).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feed", "ftp://example.org/", "file:///etc/passwd", "http://", "http://exa mple.org/"})
    void onlyHttpIsSpoken(String url) {
        assertThat(client.get(Request.of(url, "*/*", MEBIBYTE))).isInstanceOf(Answer.Refused.class);
        assertThat(client.refusal(url)).isPresent();
    }

    @ParameterizedTest(name = "{0} is refused where private networks are not allowed")
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://127.1/",
                "http://0/",
                "http://localhost/",
                "http://site.localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://10.0.0.1/",
                "http://192.168.0.1:8080/",
                "http://172.16.0.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://224.0.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://user@127.0.0.1/",
                "http://metadata.google.internal/",
            })
    void badAddressesAreRefused(String url) {
        try (OutboundClient guarded = client(false, Dns.SYSTEM)) {
            assertThat(guarded.get(Request.of(url, "*/*", MEBIBYTE))).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void aNameThatResolvesToAPublicAndAPrivateAddressIsRefused() throws IOException {
        List<InetAddress> both = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        try (OutboundClient guarded = client(false, host -> both)) {

            Answer answer = guarded.get(Request.of("http://rebound.example/", "*/*", MEBIBYTE));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).contains("rebound.example", "10.0.0.1"));
        }
    }

    @Test
    void aNameUnderLocalhostIsThisMachineWhereThatIsAllowed() {
        web.enqueue(new MockResponse(200, Headers.of(), "demo"));

        Answer answer = client.get(Request.of("http://agence.localhost:" + web.getPort() + "/", "*/*", MEBIBYTE));

        assertThat(answer).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void anAnswerThatDripsEndsWithTheWholeCall() {
        web.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .throttleBody(10, 100, TimeUnit.MILLISECONDS)
                .build());
        long start = System.nanoTime();

        Answer answer = client.get(request("/drip"));

        assertThat(answer).isEqualTo(new Answer.Unreachable("no whole answer within 2.0 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aThrottledCallSaysHowLongToStayAway() {
        web.enqueue(answer(429, "Retry-After", "120"));
        web.enqueue(answer(503, "Retry-After", "Sun, 01 Mar 2026 12:10:00 GMT"));
        web.enqueue(answer(503, "Retry-After", "soon"));
        web.enqueue(answer(410));

        assertThat(client.get(request("/"))).isEqualTo(new Answer.HttpError(429, Duration.ofMinutes(2)));
        assertThat(client.get(request("/"))).isEqualTo(new Answer.HttpError(503, Duration.ofMinutes(10)));
        assertThat(client.get(request("/"))).isEqualTo(new Answer.HttpError(503, null));
        assertThat(client.get(request("/"))).isEqualTo(new Answer.HttpError(410, null));
    }

    @Test
    void aCharsetThatNobodyKnowsIsReportedAsDeclared() {
        web.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html; charset=\"bogus-8\""), "x"));

        assertThat(client.get(request("/")))
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(ok.content().charset()).isEqualTo("bogus-8"));
    }

    @Test
    void anOddValidatorIsNoAccident() {
        web.enqueue(new MockResponse(200, Headers.of(), "x"));

        Answer answer = client.get(request("/").unlessStill("\"é\n\"", null));

        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void aClosedPortAndAnUnknownNameAreUnreachable() {
        String closed = url("/");
        web.close();

        assertThat(client.get(Request.of(closed, "*/*", MEBIBYTE))).isInstanceOf(Answer.Unreachable.class);
        assertThat(client.get(Request.of("http://nowhere.invalid/", "*/*", MEBIBYTE)))
                .isEqualTo(new Answer.Unreachable("nowhere.invalid is not known"));
    }

    private static MockResponse answer(int status, String... headers) {
        return new MockResponse(status, Headers.of(headers), "");
    }

    private Request request(String path) {
        return Request.of(url(path), "*/*", MEBIBYTE);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getPort() + path;
    }

    private static OutboundClient client(boolean privateNetworks, Dns names) {
        Bounds bounds = new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 5);
        return new OutboundClient(
                new AddressGuard(privateNetworks), bounds, "Retold/test", InstantSource.fixed(NOW), names);
    }
}
