package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.teststack.browser.Browser;
import org.retold.teststack.browser.Look;
import org.retold.teststack.browser.NeedsChromium;
import org.retold.teststack.browser.Reader;

/** Whatever feeds, pages and pushes say: on our pages it is text, runs nothing, loads nothing, and breaks no layout. */
@NeedsChromium
@ExtendWith(PipelineExtension.class)
class HostileContentTest {

    private static final String TEXT = """
            The lamplighters of Gravelund will put out 340 of the 912 lamps on the eastern quay, the lamp office said on \
            Thursday, because the price of oil has risen to 27 crowns a jug.

            Osvald Brinkemark, who has lit the quay for forty-four years, said that nobody had asked him. "They counted the \
            lamps from a carriage, by day," he told the harbour court.

            The court wants to hear the office on 6 May. Until then 118 lamps between the weigh house and the second bridge \
            stay dark.""";

    private static final int OK = 200;
    private static final String RUN = "window.ran=1";
    private static final String LONG_WORD = "Gravelundlamplighter".repeat(150);

    /** Each would run, load or break something if it were more than text. */
    private static final List<String> HOSTILE = List.of(
            "<script>" + RUN + "</script>",
            "\"><img src=x onerror=" + RUN + ">",
            "'><svg/onload=" + RUN + ">",
            "\" onmouseover=\"" + RUN + "\" autofocus onfocus=\"" + RUN,
            "</title></textarea></style><script src=https://outside.example/x.js></script>",
            "<iframe src=https://outside.example/></iframe><base href=https://outside.example/>",
            "<link rel=stylesheet href=https://outside.example/x.css><style>*{display:none}</style>",
            "<a href=\"javascript:" + RUN + "\">here</a> [here](javascript:" + RUN + ")",
            "{7*7} {{7*7}} ${7*7} {view.headline} {#include layout /} {inject:settings}",
            "\u202Edetresni saw siht\u2066\u2067",
            "&lt;script&gt;" + RUN + "&lt;/script&gt; &#60;script&#62;",
            LONG_WORD);

    private static final String TITLE =
            "Lamps {7*7} <script>" + RUN + "</script> \"' \u202E> go out " + "W".repeat(400);

    private static Browser browser;

    private final Pipeline pipeline;

    HostileContentTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @BeforeAll
    static void openTheBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
    }

    @Test
    void contentIsTextAndNothingElse() throws Exception {
        HttpServer site = hostileFeed();
        try {
            pipeline.addFeed(
                    "http://127.0.0.1:%d/feed".formatted(site.getAddress().getPort()));
            JsonNode pushed = pipeline.push(List.of(
                    line("first", "https://first.gravelund.example/lamps?a=\"onmouseover=\"" + RUN),
                    line("second", "https://second.gravelund.example/lamps"),
                    line("third", "javascript:" + RUN + "//gravelund.example")));
            assertThat(pushed.get("rejected").asInt()).isEqualTo(1);

            String second = "https://second.gravelund.example/lamps";
            await("a story of both, with its reasons", () -> !retold(second).isMissingNode());
            JsonNode article = retold(second);
            String story = pipeline.articleAt(second).get("storyId").asText();
            await("the feed", () -> pipeline.feeds().toString().contains("Hostile feed"));

            List<String> pages = List.of(
                    "/?minArticles=1",
                    "/stories/" + story,
                    "/compare?left=%s&right=%s"
                            .formatted(
                                    article.at("/evidence/otherArticleId").asText(),
                                    article.get("id").asText()),
                    "/feeds",
                    "/?q=%22%3E%3Cscript%3Ewindow.ran=1%3C/script%3E&publisher=%22onfocus=%22window.ran=1%22autofocus",
                    "/?sort=%3Cscript%3Ewindow.ran=1%3C/script%3E",
                    "/stories/%3Cscript%3Ewindow.ran=1%3C%2Fscript%3E");
            for (Look look : List.of(Look.WIDE, Look.NARROW)) {
                try (Reader reader = browser.reader(pipeline.site(), look)) {
                    pages.forEach(page -> look(reader, page));
                    assertThat(reader.troubles()).isEmpty();
                }
            }
            try (Reader reader = browser.reader(pipeline.site(), Look.WIDE)) {
                reader.open("/stories/" + story);
                assertThat(reader.page().textContent("h1")).contains("{7*7}");
                assertThat(reader.text()).contains("Evil\" onmouseover=\"" + RUN);
            }
        } finally {
            site.stop(0);
        }
    }

    /** An article that joined the story of this one: of the two either may have come first. */
    private JsonNode retold(String url) throws IOException {
        JsonNode story = pipeline.story(pipeline.articleAt(url).get("storyId").asText());
        for (JsonNode article : story.get("articles")) {
            if (article.get("evidence").isObject()) {
                return article;
            }
        }
        return MissingNode.getInstance();
    }

    private static void look(Reader reader, String page) {
        int status = reader.open(page);

        assertThat(reader.page().evaluate("String(window.ran)")).as(page).isEqualTo("undefined");
        assertThat(reader.page()
                        .locator("main :is(img, script, iframe, link, style, base, object, [autofocus])")
                        .count())
                .as("elements that content made, at %s", page)
                .isZero();
        assertThat(reader.page()
                        .evaluate("[...document.querySelectorAll('*')].flatMap(one => [...one.attributes])"
                                + ".filter(one => one.name.startsWith('on') || one.name === 'style')"
                                + ".map(one => one.ownerElement.outerHTML.slice(0, 300)).join('; ')"))
                .as("attributes that run or paint, at %s", page)
                .isEqualTo("");
        assertThat(reader.page().evaluate("[...document.links].filter(one => !/^https?:$/.test(one.protocol)).length"))
                .as("links that are none of the web, at %s", page)
                .isEqualTo(0);
        assertThat(reader.overhang()).as("wider than the screen: %s", page).isZero();
        assertThat(reader.shift())
                .as("shift at %s, of %s", page, reader.moved())
                .isLessThan(0.01);
        if (status == OK) {
            reader.shoot("hostile" + name(page)); // the last: to take it, fields get an attribute
        }
    }

    /** {@code /stories/1234} is {@code -stories}. */
    private static String name(String page) {
        return page.replaceFirst("[?].*", "").replaceFirst("(?<=\\w)/.*", "").replace('/', '-');
    }

    private static String line(String name, String url) throws Exception {
        List<String> paragraphs = new ArrayList<>(List.of(TEXT.split("\n\n", -1)));
        paragraphs.addAll(HOSTILE);
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "url",
                        url,
                        "title",
                        TITLE,
                        "text",
                        String.join("\n\n", paragraphs),
                        "publisher",
                        "Evil\" onmouseover=\"" + RUN + " <b>" + name,
                        "authors",
                        HOSTILE.subList(0, 4)));
    }

    /** A feed whose every field is hostile, and so are the pages that it links to. */
    private static HttpServer hostileFeed() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String all = String.join(" ", HOSTILE);
        String home = "http://127.0.0.1:" + server.getAddress().getPort();
        String feed = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>%1$s</title><link>javascript:%2$s</link>
                <item><title>%3$s</title><link>%4$s/lamps</link><author>%1$s</author><description>%5$s</description></item>
                <item><title>%3$s</title><link>javascript:%2$s</link><description>%5$s</description></item>
                </channel></rss>
                """.formatted(
                        xml("Hostile feed " + HOSTILE.get(0) + HOSTILE.get(3) + LONG_WORD),
                        RUN,
                        xml(TITLE),
                        home,
                        xml(TEXT + all));
        String page = "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p><p>%s</p></article>"
                .formatted(TITLE, TITLE, TEXT.replace("\n\n", "</p><p>"), all);
        server.createContext("/", exchange -> {
            boolean wantsFeed = exchange.getRequestURI().getPath().equals("/feed");
            byte[] body = (wantsFeed ? feed : page).getBytes(UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", wantsFeed ? "application/rss+xml" : "text/html;charset=UTF-8");
            boolean known = wantsFeed || exchange.getRequestURI().getPath().equals("/lamps");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(condition);
    }
}
