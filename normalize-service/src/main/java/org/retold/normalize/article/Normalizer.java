package org.retold.normalize.article;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.Published;
import org.retold.contract.Published.Source;
import org.retold.contract.Publisher;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.charset.Mojibake;
import org.retold.normalize.credit.CreditReader;
import org.retold.normalize.credit.CreditReader.Report;
import org.retold.normalize.date.DayOrder;
import org.retold.normalize.date.PublishedDate;
import org.retold.normalize.date.PublishedDate.Claim;
import org.retold.normalize.date.PublishedDate.Claims;
import org.retold.normalize.language.LanguageReader;
import org.retold.normalize.page.ContentText;
import org.retold.normalize.page.MainText;
import org.retold.normalize.page.MainTextReader;
import org.retold.normalize.page.Page;
import org.retold.normalize.url.ArticleAddress;

/** Makes an article of an item; the same item always makes the same article. */
public final class Normalizer {

    /** A page with fewer characters of text than this, and no title of its own, is no article. */
    private static final int SHORTEST_PAGE_TEXT = 80;

    /** More characters than this are no news, and no record of the articles topic. */
    private static final int LONGEST_TEXT = 300_000;

    private static final int SHORT_LINE = 60;
    private static final Pattern LABELLED_DATE =
            Pattern.compile("(?i)(?:date|published|publié|veröffentlicht|publicado|pubblicato) ?:? \\d");

    private final LanguageReader languages;

    public Normalizer(LanguageReader languages) {
        this.languages = languages;
    }

    public Outcome normalize(Item item) {
        Reading reading = Reading.of(item);
        if (reading instanceof Reading.Broken(String reason)) {
            return new Refused("body-unreadable", reason);
        }
        Optional<ArticleAddress> address = address(item, reading);
        if (address.isEmpty()) {
            return new Refused("bad-url", "the link is not an http or https address");
        }
        if (isCommentFeed(item)) {
            return new Refused("not-news", "the item is a reader's comment");
        }
        Publisher publisher = publisher(item, reading, address.get());
        Optional<String> title = Headline.of(titles(item, reading), outlets(publisher, reading));
        MainText text = repaired(text(reading, title.orElse("")));
        if (title.isEmpty()) {
            title = text.paragraphs().stream().findFirst().map(Normalizer::opening);
        }
        return title.<Outcome>map(found -> article(item, reading, address.get(), publisher, found, text))
                .orElseGet(() -> new Refused("no-title", "neither feed nor page give a title or text"));
    }

    private Outcome article(
            Item item, Reading reading, ArticleAddress address, Publisher publisher, String title, MainText text) {
        if (item.body() != null && text.paragraphs().isEmpty()) {
            return new Refused("no-text", "the body holds no text");
        }
        if (reading instanceof Reading.WebPage && text.length() < SHORTEST_PAGE_TEXT && item.title() == null) {
            return new Refused("not-news", "the page has no article");
        }
        if (Mojibake.hasLostLetters(title) || text.paragraphs().stream().anyMatch(Mojibake::hasLostLetters)) {
            return new Refused("letters-lost", "letters of the text were lost before it came here");
        }
        if (text.length() > LONGEST_TEXT) {
            return new Refused("text-too-long", "a text of %d characters is no news".formatted(text.length()));
        }
        List<String> authors = authors(item, reading);
        String language = languages.of(title, text.paragraphs());
        DayOrder order =
                DayOrder.of(language, reading.webPage().flatMap(Page::language).orElse(null));
        Optional<Published> published = PublishedDate.of(dates(item, reading, text, order), item.fetched());
        Credits credits = CreditReader.read(new Report(
                title,
                text.paragraphs(),
                text.margins(),
                authors,
                address.host(),
                published.map(Normalizer::day).orElse(null),
                order));
        return new Normalized(new Article(
                ArticleId.of(address),
                Hash.of(FoldedText.of(title, text.paragraphs())),
                completeness(item),
                address.url(),
                item.externalId(),
                item.feedUrl(),
                publisher,
                title,
                text.paragraphs(),
                published.orElse(null),
                language,
                authors,
                subjects(item),
                credits,
                item.fetched()));
    }

    private static MainText text(Reading reading, String title) {
        return switch (reading) {
            case Reading.WebPage(Page page) -> MainTextReader.read(page, title);
            case Reading.Fragment(String html) -> ContentText.of(html, title);
            case Reading.Plain(String plain) -> ContentText.ofPlain(plain, title);
            case Reading.Nothing() -> MainText.NONE;
            case Reading.Broken(String reason) -> MainText.NONE;
        };
    }

    /** Entities may hide damage from those who look at bytes, so it is looked for again in the text. */
    private static MainText repaired(MainText text) {
        int paragraphs = text.paragraphs().size();
        List<String> lines = Mojibake.repaired(Stream.concat(text.paragraphs().stream(), text.margins().stream())
                .toList());
        return new MainText(lines.subList(0, paragraphs), lines.subList(paragraphs, lines.size()));
    }

    private static Completeness completeness(Item item) {
        ItemBody body = item.body();
        return body == null || body.origin() == ItemBody.Origin.FEED_INTRODUCTION
                ? Completeness.INTRODUCTION
                : Completeness.FULL;
    }

    /** Where it is now, under the name that it got when it came first. */
    private static Optional<ArticleAddress> address(Item item, Reading reading) {
        Optional<ArticleAddress> here = ArticleAddress.of(item.url(), foundAt(item), reading.addresses());
        FirstAddress known = item.knownAs();
        return known == null
                ? here
                : here.map(now -> ArticleAddress.of(known.url(), known.pageUrl(), known.claims())
                        .map(now::knownAs)
                        .orElse(now));
    }

    private static @Nullable String foundAt(Item item) {
        return item.body() == null ? null : item.body().pageUrl();
    }

    private static boolean isCommentFeed(Item item) {
        return item.feedUrl() != null && item.feedUrl().contains("page=rss_forum");
    }

    private static List<String> titles(Item item, Reading reading) {
        List<String> titles = new ArrayList<>();
        if (item.title() != null) {
            titles.add(item.title());
        }
        reading.webPage().ifPresent(page -> {
            page.linked().headline().ifPresent(titles::add);
            page.meta("og:title", "twitter:title", "dc.title").ifPresent(titles::add);
            page.heading().ifPresent(titles::add);
            titles.add(page.windowTitle());
        });
        return titles;
    }

    private static Publisher publisher(Item item, Reading reading, ArticleAddress address) {
        Optional<String> named = Optional.ofNullable(item.publisher())
                .filter(name -> !name.isBlank())
                .or(() -> reading.webPage()
                        .flatMap(page -> page.meta("og:site_name", "application-name")
                                .or(() -> page.linked().publisher())));
        return new Publisher(
                address.host(),
                named.flatMap(name -> plain(List.of(name)).findFirst()).orElse(address.host()));
    }

    private static List<String> outlets(Publisher publisher, Reading reading) {
        Set<String> outlets = new LinkedHashSet<>();
        outlets.add(publisher.name());
        outlets.add(publisher.host());
        int dot = publisher.host().indexOf('.');
        if (dot > 0) {
            outlets.add(publisher.host().substring(0, dot));
        }
        reading.webPage().ifPresent(page -> {
            page.meta("og:site_name", "application-name").ifPresent(outlets::add);
            page.linked().publisher().ifPresent(outlets::add);
        });
        return List.copyOf(outlets);
    }

    private static List<String> authors(Item item, Reading reading) {
        List<String> authors = item.authors().isEmpty()
                ? reading.webPage()
                        .map(page -> page.linked().authors().isEmpty()
                                ? page.meta("author", "article:author", "dc.creator")
                                        .map(List::of)
                                        .orElse(List.of())
                                : page.linked().authors())
                        .orElse(List.of())
                : item.authors();
        return plain(authors)
                .filter(author -> !author.startsWith("http"))
                .distinct()
                .toList();
    }

    private static List<String> subjects(Item item) {
        return plain(item.subjects()).distinct().toList();
    }

    /** Names without markup and as they were meant; one that has lost letters is left out. */
    private static Stream<String> plain(List<String> names) {
        return Mojibake.repaired(names.stream().map(Markup::stripped).toList()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !Mojibake.hasLostLetters(name));
    }

    private static Claims dates(Item item, Reading reading, MainText text, DayOrder order) {
        List<Claim> claims = new ArrayList<>();
        if (item.published() != null) {
            claims.add(new Claim(item.feedUrl() == null ? Source.PUSH : Source.FEED, item.published()));
        }
        reading.webPage().ifPresent(page -> {
            page.linked().published().ifPresent(date -> claims.add(new Claim(Source.JSON_LD, date)));
            page.meta(
                            "article:published_time",
                            "og:published_time",
                            "datePublished",
                            "date",
                            "pubdate",
                            "publishdate",
                            "parsely-pub-date",
                            "sailthru.date",
                            "dc.date",
                            "dc.date.issued",
                            "dcterms.date",
                            "dcterms.created",
                            "citation_publication_date")
                    .ifPresent(date -> claims.add(new Claim(Source.META, date)));
            page.timeElements().forEach(date -> claims.add(new Claim(Source.TIME_ELEMENT, date)));
        });
        List<String> lines = new ArrayList<>(text.margins());
        text.paragraphs().stream().limit(2).forEach(paragraph -> {
            if (paragraph.length() <= SHORT_LINE) {
                lines.add(paragraph);
            } else if (LABELLED_DATE.matcher(paragraph).lookingAt()) {
                lines.add(paragraph.substring(0, SHORT_LINE));
            }
        });
        return new Claims(claims, lines, order);
    }

    /** The day by the clock that the date was told by. */
    private static LocalDate day(Published published) {
        ZoneOffset offset = published.offset() == null ? ZoneOffset.UTC : ZoneOffset.of(published.offset());
        return published.at().atOffset(offset).toLocalDate();
    }

    /** The first words of a paragraph. */
    private static String opening(String paragraph) {
        if (paragraph.length() <= 100) {
            return paragraph;
        }
        int space = paragraph.lastIndexOf(' ', 100);
        return paragraph.substring(0, space > 40 ? space : 100);
    }
}
