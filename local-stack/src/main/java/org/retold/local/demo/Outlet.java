package org.retold.local.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A publisher at its address, with its articles, the newest first. */
public final class Outlet {

    private static final int FIRST_NUMBER = 101;

    private final Publisher publisher;
    private final URI base;
    private final List<Entry> entries;
    private final Look look;
    private final Wording wording;

    private Outlet(Publisher publisher, URI base, List<Entry> entries, Look look) {
        this.publisher = publisher;
        this.base = base;
        this.entries = List.copyOf(entries);
        this.look = look;
        this.wording = Wording.in(publisher.language());
    }

    /** @param base address of its front page, ending with a slash */
    static Outlet of(Publisher publisher, URI base, DemoContent content) {
        Look look = switch (publisher.cms()) {
            case SPIP -> new SpipLook();
            case WORDPRESS -> new WordPressLook();
            case ATOM -> new PlainLook(new AtomFeed());
            case RDF -> new PlainLook(new RdfFeed());
            case JSON_FEED -> new JsonFeedLook();
        };
        List<Entry> entries = new ArrayList<>();
        for (int i = content.articles().size() - 1; i >= 0; i--) {
            DemoArticle article = content.articles().get(i);
            if (article.publisher().equals(publisher.id())) {
                int number = FIRST_NUMBER + i;
                entries.add(new Entry(number, look.path(number, article), article));
            }
        }
        return new Outlet(publisher, base, entries, look);
    }

    public Publisher publisher() {
        return publisher;
    }

    public URI base() {
        return base;
    }

    /** Address of its feed. */
    public URI feedUrl() {
        return base.resolve(look.feedPath());
    }

    /** What stands at this path, query included; empty where nothing does. */
    public Optional<Document> at(String path) {
        if (path.equals("/")) {
            return Optional.of(look.frontPage(this));
        }
        if (path.equals("/robots.txt")) {
            return Optional.of(look.robots());
        }
        if (path.equals(look.feedPath())) {
            return Optional.of(look.feed(this));
        }
        return entries.stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .map(entry -> look.page(this, entry));
    }

    List<Entry> entries() {
        return entries;
    }

    Wording wording() {
        return wording;
    }

    String url(Entry entry) {
        return base.resolve(entry.path()).toString();
    }

    /** The entry with this title, where it is one of this outlet's. */
    Optional<Entry> titled(String title) {
        return entries.stream()
                .filter(entry -> entry.article().title().equals(title))
                .findFirst();
    }

    boolean isIntroductionOnly() {
        return switch (publisher.feed()) {
            case FULL -> false;
            case INTRODUCTION -> true;
        };
    }
}
