package org.retold.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retold.contract.StoryEvent;
import org.retold.teststack.TestStack;
import org.retold.teststack.browser.Browser;
import org.retold.teststack.browser.Look;
import org.retold.teststack.browser.NeedsChromium;
import org.retold.teststack.browser.Reader;

/** The pages as people meet them: in a browser, by mouse and by keyboard, wide and narrow, light and dark. */
@QuarkusTest
@NeedsChromium
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class PagesInBrowserTest {

    private static final String STORY = "/stories/" + FrontPage.SHIPYARD;

    private static Topicful topics;
    private static FrontPage news;
    private static Browser browser;

    @BeforeAll
    static void openTheBrowser() {
        topics = new Topicful();
        news = new FrontPage(topics, Instant.now());
        news.send();
        browser = new Browser();
    }

    @BeforeEach
    void waitForTheNews() {
        Topicful.awaitTrue(() -> get(STORY).body().asString().contains("<mark"));
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
        news.withdrawFeeds();
        topics.close();
    }

    static List<Look> looks() {
        return List.of(
                Look.WIDE,
                Look.NARROW,
                Look.WIDE.inTheDark(),
                Look.NARROW.inTheDark().in("fr-FR"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsOpenToEverybodyStandsStillAndFitsTheScreen(Look look) {
        try (Reader reader = reader(look)) {
            for (Shown page : Shown.ALL) {
                assertThat(reader.open(page.path())).as(page.path()).isEqualTo(page.status());

                reader.shoot(page.name());
                assertThat(reader.barriers())
                        .as("barriers at %s, %s", page.path(), look)
                        .isEmpty();
                assertThat(reader.shift())
                        .as("shift at %s, %s", page.path(), look)
                        .isLessThan(0.01);
                assertThat(reader.overhang())
                        .as("wider than the screen: %s, %s", page.path(), look)
                        .isZero();
            }
            assertThat(reader.troubles()).isEmpty();
        }
    }

    @Test
    void nothingMovesWhileAPageArrivesOverASlowLine() throws IOException {
        try (Trickle line = new Trickle(site());
                Reader reader = browser.reader(line.address(), Look.WIDE)) {
            for (Shown page : Shown.ALL) {
                assertThat(reader.open(page.path())).as(page.path()).isEqualTo(page.status());

                assertThat(reader.shift())
                        .as("shift at %s, of %s", page.path(), reader.moved())
                        .isLessThan(0.01);
            }
        }
    }

    /** A page to look at. */
    private record Shown(String name, String path, int status) {

        static final List<Shown> ALL = List.of(
                new Shown("stories", "/", 200),
                new Shown("filters", "/?q=Valmare&language=fr", 200),
                new Shown("nothing-found", "/?q=nobodywrotethis", 200),
                new Shown("story", STORY, 200),
                new Shown("story-of-one", "/stories/front-lone", 200),
                new Shown("comparison", compare(FrontPage.ORIGINAL, FrontPage.TRANSLATION), 200),
                new Shown("comparison-copy", compare(FrontPage.ORIGINAL, FrontPage.COPY), 200),
                new Shown("comparison-never-weighed", compare(FrontPage.TRANSLATION, FrontPage.BLOG), 200),
                new Shown("feeds", "/feeds", 200),
                new Shown("not-there", "/stories/nowhere", 404),
                new Shown("expired", "/stories/front-expired", 410),
                new Shown("not-understood", "/?sort=best", 400));
    }

    @Test
    void aReaderSearchesAndFiltersAndOpensAStory() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            reader.open("/");
            assertThat(headlines(page)).contains("Beekeepers count a third fewer hives than in spring");

            page.fill("#q", "comité couronnes");
            page.keyboard().press("Enter");
            page.waitForURL("**q=comit**");

            assertThat(headlines(page)).containsExactly("Valmare shipyard to be sold for 412 million crowns");

            reader.open("/");
            page.click("summary");
            page.fill("#agency", "dpa");
            page.click(".fields button");
            page.waitForURL("**agency=dpa**");
            assertThat(headlines(page)).containsExactly("Brücke über die Sund bleibt bis Mai gesperrt");
            page.click(".stories a");
            page.waitForURL("**/stories/front-bridge");
            assertThat(page.textContent("h1")).isEqualTo("Brücke über die Sund bleibt bis Mai gesperrt");
            assertThat(reader.troubles()).isEmpty();
        }
    }

    @Test
    void whatHappensIsToldAsItHappensAndNothingMovesUntilItIsAskedFor() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            reader.open("/");
            page.waitForSelector("#live.on");
            String first = headlines(page).getFirst();

            news.grow("front-bees", "Beekeepers count a third fewer hives than in spring", 5);
            news.grow("front-fog", "Fog closes the harbour of Ostervik", 2);
            page.waitForSelector("#live a:has-text('2 stories')");

            assertThat(page.innerText("#s-front-bees .number")).isEqualTo("5");
            assertThat(headlines(page)).first().isEqualTo(first);
            assertThat(reader.shift()).isZero();

            page.fill("#q", "half a thought");
            page.click("#live a");
            page.waitForSelector("#s-front-fog.changed");

            assertThat(headlines(page)).startsWith("Fog closes the harbour of Ostervik");
            assertThat(page.inputValue("#q")).isEqualTo("half a thought");
            assertThat(page.isVisible("#live a")).isFalse();
            assertThat(reader.troubles()).isEmpty();
        }
    }

    @Test
    void whatIsGoneAndNotInTheListIsNoNewsOfTheList() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            reader.open("/?minArticles=1");
            page.waitForSelector("#live.on");

            topics.send(Newsroom.event("front-forgotten-e", "front-forgotten", StoryEvent.Kind.EXPIRED, 2, 1));
            news.grow("front-bees", "Beekeepers count a third fewer hives than in spring", 6);
            page.waitForSelector("#s-front-bees .number:has-text('6')");

            assertThat(page.innerText("#live a")).startsWith("One story");
        }
    }

    @Test
    void whoIsNotLetInOnceListensAgainSoon() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            page.route(
                    "**/api/v1/stories/stream*",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                    new Page.RouteOptions().setTimes(1));
            reader.open("/");

            page.waitForSelector("#live.on");

            news.grow("front-bees", "Beekeepers count a third fewer hives than in spring", 7);
            page.waitForSelector("#live a:has-text('One story')");
        }
    }

    @Test
    void aReaderWithoutAMouseChoosesTheLanguageAndSearchesAndGoesToAStory() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            reader.open("/?sort=size");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");

            tabTo(page, "FR");
            page.keyboard().press("Enter");
            page.waitForSelector("html[lang=fr]");

            assertThat(page.url()).endsWith("/?sort=size");
            assertThat(reader.text()).contains("Sujets", "dernier changement");
            tabTo(page, "q");
            page.keyboard().type("consortium");
            page.keyboard().press("Enter");
            page.waitForURL("**q=consortium**");
            tabTo(page, "Valmare shipyard to be sold for 412 million crowns");
            page.keyboard().press("Enter");
            page.waitForURL("**" + STORY);
            assertThat(reader.text())
                    .contains("Qui l’a raconté, et quand", "traduction", "35 jours après", "13 janv. 2026");
            tabTo(page, "Côte à côte\u202f: Ostmark Daily");
            page.keyboard().press("Enter");
            page.waitForURL("**/compare**");
            assertThat(page.innerText("h1")).isEqualTo("Ostmark Daily est une copie de Baltic Wire");
            assertThat(reader.troubles()).isEmpty();
        }
    }

    @Test
    void aStoryShowsWhoToldItWhenAndLeadsToTwoArticlesSideBySide() {
        try (Reader reader = reader(Look.WIDE)) {
            Page page = reader.page();
            reader.open(STORY);

            assertThat(page.locator(".timeline .publisher").allInnerTexts())
                    .containsExactly(
                            "Baltic Wire",
                            "Ostmark Daily",
                            "Le Quai",
                            "The Harbour Post",
                            "Werftkurier",
                            "المرسى",
                            "Tides and Timber");
            assertThat(page.locator(".timeline .late").allInnerTexts())
                    .containsExactly(
                            "38 minutes later",
                            "5 hours later",
                            "11 hours later",
                            "2 days later",
                            "6 days later",
                            "35 days later");
            assertThat(places(page)).isSorted().startsWith(0.0).endsWith(100.0).hasSize(7);
            assertThat(page.locator(".breakdown li").allInnerTexts().stream().map(text -> text.replaceAll("\\s+", " ")))
                    .contains("English 4", "Arabic 1", "translation 2");

            page.click("#a-" + FrontPage.TRANSLATION + " .beside");
            page.waitForURL("**/compare**");

            assertThat(page.innerText("h1")).isEqualTo("Le Quai is a translation of Baltic Wire");
            assertThat(page.locator("mark .jump").count()).isEqualTo(5); // the legend's is one
            assertThat(page.locator(".text .fact").allInnerTexts())
                    .contains("Oriol Bascard", "1 870", "1,870", "couronnes", "crowns", "412");
            assertThat(page.locator(".text").first().locator("p.by").innerText())
                    .startsWith("Baltic Wire");
            page.click("#l2");
            assertThat(page.url()).endsWith("#r2");
        }
    }

    /** Of the dots on the axis, in percent. */
    private static List<Double> places(Page page) {
        return page.locator(".lag circle").all().stream()
                .map(dot -> Double.parseDouble(dot.getAttribute("cx").replace("%", "")))
                .toList();
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            if (focused(page).equals(name)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("'%s' cannot be reached by keyboard".formatted(name));
    }

    /** The id of a field, else the text, of what has the focus. */
    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()");
    }

    private static String compare(String left, String right) {
        return "/compare?left=%s&right=%s".formatted(left, right);
    }

    private static List<String> headlines(Page page) {
        return page.locator(".stories h2").allInnerTexts();
    }

    private static Reader reader(Look look) {
        return browser.reader(site(), look);
    }

    private static String site() {
        return "http://localhost:" + RestAssured.port;
    }
}
