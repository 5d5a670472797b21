package org.retold.teststack.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Somebody who reads pages, and remembers whatever went wrong on them. */
public final class Reader implements AutoCloseable {

    /** Where screenshots are kept. */
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds up how far things moved that nobody touched, and what the page's policy kept from happening. */
    private static final String WATCH = """
            window.watched = {shift: 0, moved: [], kept: []};
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
                window.watched.shift += entry.value;
                for (const source of entry.sources) {
                  window.watched.moved.push((source.node?.parentElement ?? document.body).outerHTML.slice(0, 120));
                }
              }
            }).observe({type: 'layout-shift', buffered: true});
            document.addEventListener('securitypolicyviolation', (event) =>
              window.watched.kept.push(event.violatedDirective + ' ' + event.blockedURI));
            """;

    private static final String AXE = axe();

    private final BrowserContext context;
    private final Page page;
    private final String site;
    private final Look look;
    private final List<String> troubles = new ArrayList<>();

    Reader(com.microsoft.playwright.Browser chromium, String site, Look look) {
        this.site = site;
        this.look = look;
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(look.language())
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(20_000);
        context.addInitScript(WATCH);
        page = context.newPage();
        page.onPageError(error -> troubles.add("script failed: " + error));
        page.onConsoleMessage(this::heard);
        page.onRequest(this::asked);
        page.onDialog(dialog -> {
            troubles.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        });
    }

    private void heard(ConsoleMessage message) {
        // Chromium also writes there that a page itself was answered with an error.
        boolean answer = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(page.url());
        if (message.type().equals("error") && !answer) {
            troubles.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void asked(Request request) {
        if (!request.url().startsWith(site + "/")) {
            troubles.add("asked another host: " + request.url());
        }
    }

    /** Opens a page and gives the answer's status. */
    public int open(String path) {
        Response response = page.navigate(site + path);
        return response.status();
    }

    public Page page() {
        return page;
    }

    /** The page's text as it is shown. */
    public String text() {
        return page.innerText("body");
    }

    /** What went wrong so far: scripts that failed or ran where none should, other hosts, what the policy kept away. */
    public List<String> troubles() {
        List<String> all = new ArrayList<>(troubles);
        for (JsonNode kept : read("JSON.stringify(window.watched.kept)")) {
            all.add("kept by the policy: " + kept.asText());
        }
        return all;
    }

    /** How much moved since this page was opened without anybody touching it: cumulative layout shift, 0 is nothing. */
    public double shift() {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
        return ((Number) page.evaluate("window.watched.shift")).doubleValue();
    }

    /** What moved, as HTML begins; for whoever wonders about {@link #shift}. */
    public List<String> moved() {
        List<String> moved = new ArrayList<>();
        read("JSON.stringify(window.watched.moved)").forEach(html -> moved.add(html.asText()));
        return moved;
    }

    /** By how many pixels the page is wider than the window. */
    public int overhang() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** What stands in the way of people who see, hear or move differently, by axe-core; one line each. */
    public List<String> barriers() {
        page.evaluate(AXE);
        JsonNode violations =
                read("axe.run({resultTypes: ['violations']}).then(found => JSON.stringify(found.violations))");
        return StreamSupport.stream(violations.spliterator(), false)
                .map(violation -> "%s at %s: %s"
                        .formatted(
                                violation.get("id").asText(),
                                violation.at("/nodes/0/target"),
                                violation.at("/nodes/0/failureSummary").asText()))
                .toList();
    }

    /** Keeps what the whole page looks like as {@code target/screenshots/NAME-wide-light.png}. */
    public void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SHOTS.resolve("%s-%s.png".formatted(name, look.word()))));
    }

    private JsonNode read(String expression) {
        try {
            return JSON.readTree((String) page.evaluate(expression));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream script = Reader.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
