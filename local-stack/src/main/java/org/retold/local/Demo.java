package org.retold.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.retold.local.http.DemoSite;
import org.retold.local.http.ServiceClient;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;
import org.retold.local.stack.Sizing;
import org.retold.local.stack.StackPorts;
import org.retold.local.stack.StackSettings;

/** {@code ./retold demo}: the pipeline on the bundled site, until its stories stand. */
final class Demo {

    private static final int SITE_PORT = 8090;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(3);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final StackSettings settings;
    private final int sitePort;
    private final boolean keepsData;
    private final Console console = new Console(System.out);

    private Demo(StackSettings settings, int sitePort, boolean keepsData) {
        this.settings = settings;
        this.sitePort = sitePort;
        this.keepsData = keepsData;
    }

    static Demo of(Path checkout, Arguments arguments) {
        Path data = arguments.path("--data").orElse(checkout.resolve(Path.of(".retold", "demo")));
        return new Demo(
                new StackSettings(checkout, data, arguments.ports(), Sizing.DEMO, true, Map.of()),
                arguments.port("--site-port", SITE_PORT),
                arguments.path("--data").isPresent());
    }

    void run() throws IOException {
        DataDirectory held = DataDirectory.hold(settings.data());
        StackPorts.mustBeFree("the demo site", sitePort, "--site-port");
        if (!keepsData) {
            held.empty();
        }
        Session session = new Session(console, held);
        session.run(settings, stack -> show(session, stack));
    }

    /** The site lives as long as this process. */
    private void show(Session session, LocalStack stack) throws IOException {
        DemoSite site = DemoSite.start(sitePort);
        session.register(stack, site.newsstand().opml());
        int articles = site.newsstand().articles().size();
        JsonNode stories = settledStories(stack.client(Service.API), articles);
        console.progress("%d of the site's %d articles are in stories of two or more"
                .formatted(
                        stories.valueStream()
                                .mapToInt(story -> story.path("articleCount").asInt())
                                .sum(),
                        articles));
        session.showAddresses(stack);
        console.line("  demo site      " + site.url());
        session.showMemory();
        console.line("");
        StoryTable.lines(stories).forEach(console::line);
        console.line("");
        console.line("  Ctrl-C stops it.");
    }

    /** The stories once all articles are in and nothing has changed since for a moment, or nothing comes any more. */
    private JsonNode settledStories(ServiceClient api, int articles) {
        JsonNode stories = JsonNodeFactory.instance.arrayNode();
        double begun = console.seconds();
        double changed = begun;
        boolean complete = false;
        while (console.seconds() - begun < LONGEST_WAIT.toSeconds()
                && (stories.isEmpty()
                        || console.seconds() - changed < (complete ? SETTLED_AFTER : STALLED_AFTER).toSeconds())) {
            complete = asked(api, "api/v1/stats").path("articles").asInt() >= articles;
            JsonNode now = asked(api, "api/v1/stories?minArticles=2&sort=size&limit=200")
                    .path("items");
            if (!now.equals(stories)) {
                stories = now;
                changed = console.seconds();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return stories;
    }

    /** Nothing as long as the service cannot say: it may just be starting again. */
    private static JsonNode asked(ServiceClient api, String path) {
        try {
            return api.get(path);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
