package org.retold.api.syndication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** RSS 2.0 and Atom 1.0 (RFC 4287, pages linked as in RFC 5005). */
public final class XmlFeeds {

    private XmlFeeds() {}

    /** A changed story is an item with a new date; its {@code guid} stays. */
    public static byte[] rss(StoryFeed feed) {
        SyndFeed rss = channel(feed, "rss_2.0");
        rss.setEntries(feed.entries().stream()
                .map(entry -> {
                    SyndEntry item = item(entry);
                    item.setPublishedDate(Date.from(entry.updated()));
                    return item;
                })
                .toList());
        return write(rss);
    }

    public static byte[] atom(StoryFeed feed) {
        SyndFeed atom = channel(feed, "atom_1.0");
        atom.setUri(feed.self().toString());
        SyndPerson author = new SyndPersonImpl();
        author.setName(StoryFeed.TITLE);
        atom.setAuthors(List.of(author));
        List<SyndLink> links = new ArrayList<>(List.of(link("self", feed.self()), link("alternate", feed.home())));
        if (feed.next() != null) {
            links.add(link("next", feed.next()));
        }
        atom.setLinks(links);
        atom.setEntries(feed.entries().stream()
                .map(entry -> {
                    SyndEntry item = item(entry);
                    item.setPublishedDate(Date.from(entry.published()));
                    item.setUpdatedDate(Date.from(entry.updated()));
                    return item;
                })
                .toList());
        return write(atom);
    }

    private static SyndFeed channel(StoryFeed feed, String type) {
        SyndFeed channel = new SyndFeedImpl();
        channel.setFeedType(type);
        channel.setEncoding(UTF_8.name());
        channel.setTitle(StoryFeed.TITLE);
        channel.setDescription(StoryFeed.DESCRIPTION);
        channel.setLink(feed.home().toString());
        channel.setPublishedDate(Date.from(feed.updated()));
        return channel;
    }

    private static SyndEntry item(StoryFeed.Entry entry) {
        SyndContent summary = new SyndContentImpl();
        summary.setType("text/plain");
        summary.setValue(entry.summary());
        SyndEntry item = new SyndEntryImpl();
        item.setUri(entry.id());
        item.setLink(entry.link().toString());
        item.setTitle(entry.title());
        item.setDescription(summary);
        item.setCategories(entry.tags().stream().map(XmlFeeds::category).toList());
        return item;
    }

    private static SyndCategory category(String tag) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(tag);
        return category;
    }

    private static SyndLink link(String relation, URI target) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(target.toString());
        return link;
    }

    private static byte[] write(SyndFeed feed) {
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }
}
