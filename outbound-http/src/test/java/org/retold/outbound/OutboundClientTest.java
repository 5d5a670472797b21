package org.retold.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.outbound.Gate.Word;

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

        Answer answer = get(request("/feed"));

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

    @ParameterizedTest(name = "Cache-Control: {0}, Expires: {1} is fresh for {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "max-age=600, s-maxage=86400 | Sun, 01 Mar 2026 13:00:00 GMT | PT10M",
                "max-age=0, s-maxage=86400   | -                             | PT0S",
                "public, s-maxage=900        | Sun, 01 Mar 2026 13:00:00 GMT | PT15M",
                "public                      | Sun, 01 Mar 2026 13:00:00 GMT | PT1H",
                "public                      | Sun, 01 Mar 2026 11:00:00 GMT | PT0S",
                "public                      | 0                             | -",
                "no-cache                    | Sun, 01 Mar 2026 13:00:00 GMT | -",
                "public                      | -                             | -"
            })
    void aPublisherSaysInSeveralWaysHowLongACopyStaysFresh(
            String control, @Nullable String expires, @Nullable Duration fresh) {
        Headers.Builder headers =
                new Headers.Builder().add("Cache-Control", control).add("Date", "Sun, 01 Mar 2026 12:00:00 GMT");
        if (expires != null) {
            headers.add("Expires", expires);
        }
        web.enqueue(new MockResponse(200, headers.build(), "here"));

        assertThat(get(request("/feed")))
                .isInstanceOfSatisfying(
                        Answer.Ok.class, ok -> assertThat(ok.facts().freshFor()).isEqualTo(fresh));
    }

    @Test
    void aKnownCopyIsAskedForOnlyIfItChanged() throws InterruptedException {
        web.enqueue(answer(304));

        Answer answer = get(request("/feed").unlessStill("\"a1\"", "Sun, 01 Mar 2026 10:00:00 GMT"));

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

        assertThat(get(request("/huge"))).isEqualTo(new Answer.TooLarge(MEBIBYTE));
    }

    @Test
    void ofALargeAnswerTheBeginningCanBeTaken() {
        web.enqueue(new MockResponse(200, Headers.of(), "User-agent: *"));

        assertThat(get(Request.beginningOf(url("/robots.txt"), "*/*", 10)))
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(ok.content().bytes()).asString(UTF_8).isEqualTo("User-agent"));
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
        assertThat(get(request("/bomb"))).isEqualTo(new Answer.TooLarge(MEBIBYTE));
    }

    @Test
    void aBrotliOfAKilobyteThatUnpacksToAGibibyteIsNotTaken() {
        Buffer packed = BrotliBomb.of(64);
        assertThat(packed.size()).isLessThan(2_000);
        web.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "br")
                .body(packed)
                .build());

        assertThat(get(request("/bomb"))).isEqualTo(new Answer.TooLarge(MEBIBYTE));
    }

    @Test
    void gzipAndBrotliAreOfferedAndUnpacked() throws InterruptedException {
        // The word "retold" as one uncompressed brotli meta-block: RFC 7932, section 9.2.
        Buffer brotli = new Buffer().write(okio.ByteString.decodeHex("8b02807265746f6c6403"));
        web.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "br")
                .body(brotli)
                .build());

        Answer answer = get(request("/feed"));

        assertThat(web.takeRequest().getHeaders().get("Accept-Encoding"))
                .contains("gzip")
                .contains("br");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(ok.content().bytes()).asString(UTF_8).isEqualTo("retold"));
    }

    @Test
    void aFormIsPostedAndTakenNowhereElse() throws InterruptedException {
        web.enqueue(answer(307, "Location", "/elsewhere"));
        Request form = Request.posting(url("/hub"), Map.of("hub.topic", "https://a.example/é", "a", "b"), MEBIBYTE);

        assertThat(client.post(form, url -> go())).isEqualTo(new Answer.RedirectedTooOften(0));

        RecordedRequest posted = web.takeRequest();
        assertThat(posted.getMethod()).isEqualTo("POST");
        assertThat(Objects.requireNonNull(posted.getBody()).utf8())
                .isEqualTo("a=b&hub.topic=https%3A%2F%2Fa.example%2F%C3%A9");
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEndlessRedirectEnds() {
        for (int i = 0; i < 10; i++) {
            web.enqueue(answer(302, "Location", "/again"));
        }

        assertThat(get(request("/again"))).isEqualTo(new Answer.RedirectedTooOften(5));
        assertThat(web.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aMoveForGoodIsReported() {
        web.enqueue(answer(301, "Location", "/b"));
        web.enqueue(answer(308, "Location", "/c"));
        web.enqueue(answer(302, "Location", "/today"));
        web.enqueue(answer(301, "Location", "/d"));
        web.enqueue(new MockResponse(200, Headers.of(), "here"));

        assertThat(get(request("/a"))).isInstanceOfSatisfying(Answer.Ok.class, ok -> {
            assertThat(ok.permanentUrl()).isEqualTo(url("/c"));
            assertThat(ok.finalUrl()).isEqualTo(url("/d"));
        });
    }

    @Test
    void aRedirectToAMetadataServiceIsRefusedEvenWherePrivateNetworksAreAllowed() {
        web.enqueue(answer(302, "Location", "http://169.254.169.254/latest/meta-data/"));

        assertThat(get(request("/")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).contains("169.254.169.254"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/feed", "file:///etc/passwd", "gopher://example.org/", "javascript:1"})
    void aRedirectOutOfHttpIsRefused(String location) {
        web.enqueue(answer(302, "Location", location));

        assertThat(get(request("/"))).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feed", "ftp://example.org/", "file:///etc/passwd", "http://", "http://exa mple.org/"})
    void onlyHttpIsSpoken(String url) {
        assertThat(get(Request.of(url, "*/*", MEBIBYTE))).isInstanceOf(Answer.Refused.class);
        assertThat(client.refusal(url)).isPresent();
    }

    @ParameterizedTest(name = "{0} is refused where private networks are not allowed")
    @MethodSource("forbiddenUrls")
    void badAddressesAreRefused(String url) {
        try (OutboundClient guarded = client(false, Dns.SYSTEM)) {
            assertThat(get(guarded, Request.of(url, "*/*", MEBIBYTE))).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void aNameThatResolvesToAPublicAndAPrivateAddressIsRefused() throws IOException {
        List<InetAddress> both = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        try (OutboundClient guarded = client(false, host -> both)) {

            Answer answer = get(guarded, Request.of("http://rebound.example/", "*/*", MEBIBYTE));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).contains("rebound.example", "10.0.0.1"));
        }
    }

    @Test
    void aNameThatPointsInsideOnTheSecondLookUpIsRefusedThen() {
        web.enqueue(answer(302, "Location", "http://other.example/", "Connection", "close"));
        web.enqueue(answer(302, "Location", "http://rebound.example/secret"));
        List<String> addresses = new ArrayList<>(List.of("203.0.114.7", "203.0.114.8", "10.0.0.1"));
        Dns rebinding = host -> List.of(address(addresses.removeFirst()));
        try (OutboundClient guarded = guarded(rebinding)) {

            Answer answer = get(guarded, Request.of("http://rebound.example/", "*/*", MEBIBYTE));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason()).contains("rebound.example", "10.0.0.1"));
            assertThat(web.getRequestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "a redirect to {0} is refused")
    @MethodSource("forbiddenUrls")
    void aRedirectIntoAForbiddenAddressIsRefused(String url) {
        web.enqueue(answer(302, "Location", url));
        try (OutboundClient guarded = guarded(host -> List.of(address("203.0.114.7")))) {

            Answer answer = get(guarded, Request.of("http://public.example/", "*/*", MEBIBYTE));

            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(web.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aNameUnderLocalhostIsThisMachineWhereThatIsAllowed() {
        web.enqueue(new MockResponse(200, Headers.of(), "demo"));

        Answer answer = get(Request.of("http://agence.localhost:" + web.getPort() + "/", "*/*", MEBIBYTE));

        assertThat(answer).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void anAnswerThatDripsEndsWithTheWholeCall() {
        web.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .throttleBody(10, 100, TimeUnit.MILLISECONDS)
                .build());
        long start = System.nanoTime();

        Answer answer = get(request("/drip"));

        assertThat(answer).isEqualTo(new Answer.Unreachable("no whole answer within 2.0 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void whoHasLessPatienceIsAnsweredSooner() {
        web.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .throttleBody(10, 100, TimeUnit.MILLISECONDS)
                .build());

        assertThat(get(client.within(Duration.ofMillis(300)), request("/drip")))
                .isEqualTo(new Answer.Unreachable("no whole answer within 0.3 s"));
    }

    @Test
    void aThrottledCallSaysHowLongToStayAway() {
        web.enqueue(answer(429, "Retry-After", "120"));
        web.enqueue(answer(503, "Retry-After", "Sun, 01 Mar 2026 12:10:00 GMT"));
        web.enqueue(answer(503, "Retry-After", "soon"));
        web.enqueue(answer(410));

        assertThat(get(request("/"))).isEqualTo(new Answer.HttpError(429, Duration.ofMinutes(2)));
        assertThat(get(request("/"))).isEqualTo(new Answer.HttpError(503, Duration.ofMinutes(10)));
        assertThat(get(request("/"))).isEqualTo(new Answer.HttpError(503, null));
        assertThat(get(request("/"))).isEqualTo(new Answer.HttpError(410, null));
    }

    @Test
    void everyHopPassesTheGateAndEndsItsTurnBeforeTheNext() {
        web.enqueue(answer(301, "Location", "/b"));
        web.enqueue(answer(302, "Location", "/c"));
        web.enqueue(answer(503, "Retry-After", "120"));
        RecordingGate gate = new RecordingGate();

        assertThat(get(client, request("/a"), gate)).isEqualTo(new Answer.HttpError(503, Duration.ofMinutes(2)));
        assertThat(gate.seen)
                .containsExactly(
                        "before " + url("/a"),
                        "end",
                        "before " + url("/b"),
                        "end",
                        "before " + url("/c"),
                        "end, silent for PT2M");
    }

    @Test
    void onlyARefusalForTooMuchIsAWishForSilence() {
        web.enqueue(answer(429, "Retry-After", "60"));
        web.enqueue(answer(429));
        web.enqueue(answer(404, "Retry-After", "60"));
        RecordingGate gate = new RecordingGate();

        for (int i = 0; i < 3; i++) {
            get(client, request("/"), gate);
        }

        assertThat(gate.seen)
                .filteredOn(word -> word.startsWith("end"))
                .containsExactly("end, silent for PT1M", "end", "end");
    }

    @Test
    void aHopThatWouldWaitTooLongIsHeldAndNotMade() {
        web.enqueue(answer(302, "Location", "/b"));
        Gate gate = url -> url.endsWith("/b") ? new Word.Wait(Duration.ofHours(1), "it is busy") : go();

        assertThat(get(client, request("/a"), gate)).isEqualTo(new Answer.Held(Duration.ofHours(1), "it is busy"));
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aHopThatTheGateForbidsIsNotMade() {
        web.enqueue(answer(302, "Location", "/b"));
        Gate gate = url -> url.endsWith("/b") ? new Word.No("its publisher forbids it", true) : go();

        assertThat(get(client, request("/a"), gate)).isEqualTo(new Answer.Forbidden("its publisher forbids it", true));
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @Test
    void waitingAtTheGateIsNotPartOfTheCall() {
        web.enqueue(answer(302, "Location", "/b"));
        web.enqueue(new MockResponse(200, Headers.of(), "here"));
        Gate slow = url -> {
            Thread.sleep(1_200);
            return go();
        };

        assertThat(get(client, request("/a"), slow)).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void aTurnEndsThoughNobodyAnswers() {
        String closed = url("/");
        web.close();
        RecordingGate gate = new RecordingGate();

        get(client, Request.of(closed, "*/*", MEBIBYTE), gate);

        assertThat(gate.seen).containsExactly("before " + closed, "end");
    }

    @Test
    void aCharsetThatNobodyKnowsIsReportedAsDeclared() {
        web.enqueue(new MockResponse(200, Headers.of("Content-Type", "text/html; charset=\"bogus-8\""), "x"));

        assertThat(get(request("/")))
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(ok.content().charset()).isEqualTo("bogus-8"));
    }

    @Test
    void anOddValidatorIsNoAccident() {
        web.enqueue(new MockResponse(200, Headers.of(), "x"));

        Answer answer = get(request("/").unlessStill("\"é\n\"", null));

        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void aClosedPortAndAnUnknownNameAreUnreachable() {
        String closed = url("/");
        web.close();

        assertThat(get(Request.of(closed, "*/*", MEBIBYTE))).isInstanceOf(Answer.Unreachable.class);
        assertThat(get(Request.of("http://nowhere.invalid/", "*/*", MEBIBYTE)))
                .isEqualTo(new Answer.Unreachable("nowhere.invalid is not known"));
    }

    private static Word go() {
        return new Word.Go(silence -> {});
    }

    /** Lets everything pass and writes down what passed. */
    private static final class RecordingGate implements Gate {

        private final List<String> seen = new ArrayList<>();

        @Override
        public Word before(String url) {
            seen.add("before " + url);
            return new Word.Go(silence -> seen.add(silence == null ? "end" : "end, silent for " + silence));
        }
    }

    private Answer get(Request request) {
        return get(client, request);
    }

    private static Answer get(OutboundClient client, Request request) {
        return get(client, request, new RecordingGate());
    }

    private static Answer get(OutboundClient client, Request request, Gate gate) {
        try {
            return client.get(request, gate);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> forbiddenUrls() {
        return List.of(
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
                "http://metadata.google.internal/");
    }

    /** Whatever address was looked up and let pass: its packets go to the web of this test. */
    private SocketFactory toTheWeb() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), web.getPort());
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return new Socket() {
                    @Override
                    public void connect(SocketAddress there, int timeout) throws IOException {
                        super.connect(here, timeout);
                    }
                };
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
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
        return client(privateNetworks, names, SocketFactory.getDefault());
    }

    private OutboundClient guarded(Dns names) {
        return client(false, names, toTheWeb());
    }

    @Test
    void aMessageIsToldOnceAndTheBeginningOfWhateverIsAnsweredComesBack() throws InterruptedException {
        web.enqueue(new MockResponse(
                503, Headers.of("Retry-After", "120", "Location", "/elsewhere", "X-A", "1", "X-A", "2"), "0123456789"));

        Reply reply = client.tell(
                new Message(url("/hook"), "application/json", "{\"é\":1}", Map.of("webhook-id", "msg_1"), 4));

        assertThat(reply).isInstanceOfSatisfying(Reply.Came.class, came -> {
            assertThat(came.status()).isEqualTo(503);
            assertThat(came.retryAfter()).isEqualTo(Duration.ofMinutes(2));
            assertThat(came.beginning().bytes()).asString(UTF_8).isEqualTo("0123");
            assertThat(came.headers()).containsEntry("x-a", List.of("1", "2"));
        });
        RecordedRequest told = web.takeRequest();
        assertThat(told.getMethod()).isEqualTo("POST");
        assertThat(told.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(told.getHeaders().get("webhook-id")).isEqualTo("msg_1");
        assertThat(Objects.requireNonNull(told.getBody()).utf8()).isEqualTo("{\"é\":1}");
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMessageDoesNotGoWhereNothingGoesAndIsNotFollowedAnywhere() {
        web.enqueue(new MockResponse(307, Headers.of("Location", url("/elsewhere")), ""));

        assertThat(client.tell(message(url("/hook"))))
                .isInstanceOfSatisfying(
                        Reply.Came.class, came -> assertThat(came.status()).isEqualTo(307));
        assertThat(web.getRequestCount()).isEqualTo(1);
        try (OutboundClient outside = client(false, Dns.SYSTEM)) {
            assertThat(outside.tell(message(url("/hook")))).isInstanceOf(Reply.Refused.class);
            assertThat(outside.tell(message("ftp://example.org/"))).isInstanceOf(Reply.Refused.class);
            assertThat(outside.tell(message("http://169.254.169.254/"))).isInstanceOf(Reply.Refused.class);
        }
        assertThat(client.tell(message("http://127.0.0.1:1/"))).isInstanceOf(Reply.Unreachable.class);
    }

    @Test
    void aNameIsLookedUpBeforeItIsTaken() {
        Dns names = host -> {
            if (host.equals("inside.example")) {
                return List.of(InetAddress.getByAddress(host, new byte[] {10, 0, 0, 7}));
            }
            throw new UnknownHostException(host);
        };
        try (OutboundClient outside = client(false, names)) {
            assertThat(outside.refusalOnceLookedUp("https://inside.example/hook"))
                    .contains("inside.example resolves to 10.0.0.7 is private");
            assertThat(outside.refusalOnceLookedUp("https://localhost/hook")).isPresent();
            assertThat(outside.refusalOnceLookedUp("https://nobody.example/hook"))
                    .isEmpty();
            assertThat(outside.refusalOnceLookedUp("mailto:a@b.example")).isPresent();
        }
    }

    private static Message message(String url) {
        return new Message(url, "application/json", "{}", Map.of(), 100);
    }

    private static OutboundClient client(boolean privateNetworks, Dns names, SocketFactory sockets) {
        Bounds bounds = new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1), 5);
        return new OutboundClient(
                new AddressGuard(privateNetworks), bounds, "Retold/test", InstantSource.fixed(NOW), names, sockets);
    }
}
