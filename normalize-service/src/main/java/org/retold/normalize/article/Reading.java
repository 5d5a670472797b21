package org.retold.normalize.article;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.normalize.charset.Decoding;
import org.retold.normalize.charset.Decoding.Decoded;
import org.retold.normalize.charset.Decoding.Unreadable;
import org.retold.normalize.charset.TextDecoder;
import org.retold.normalize.page.Page;

/** An item's body as far as it is read. */
sealed interface Reading {

    /** There is no body: the title is all there is. */
    record Nothing() implements Reading {}

    /** The body cannot be decoded. */
    record Broken(String reason) implements Reading {}

    /** A web page. */
    record WebPage(Page page) implements Reading {}

    /** HTML that is an article and nothing else. */
    record Fragment(String html) implements Reading {}

    /** Text without markup. */
    record Plain(String text) implements Reading {}

    static Reading of(Item item) {
        ItemBody body = item.body();
        if (body == null) {
            return new Nothing();
        }
        byte[] bytes;
        try {
            bytes = body.bytes();
        } catch (IllegalArgumentException e) {
            return new Broken(String.valueOf(e.getMessage()));
        }
        Decoding decoding = TextDecoder.decode(bytes, body.charset());
        return switch (decoding) {
            case Unreadable(String reason) -> new Broken(reason);
            case Decoded(String text, String charset) -> of(text, body, item);
        };
    }

    private static Reading of(String text, ItemBody body, Item item) {
        if (text.isBlank()) {
            return new Nothing();
        }
        if (body.mediaType().equals("text/plain")) {
            return new Plain(text);
        }
        return switch (body.origin()) {
            case PAGE, UNKNOWN -> new WebPage(Page.parse(text, address(body, item)));
            case FEED_CONTENT, FEED_INTRODUCTION -> new Fragment(text);
            case PUSH -> isWholePage(text) ? new WebPage(Page.parse(text, address(body, item))) : new Fragment(text);
        };
    }

    private static boolean isWholePage(String html) {
        String head = html.substring(0, Math.min(html.length(), 2000)).toLowerCase(java.util.Locale.ROOT);
        return head.contains("<html") || head.contains("<!doctype") || head.contains("<body");
    }

    private static String address(ItemBody body, Item item) {
        @Nullable String found = body.pageUrl();
        return found == null ? item.url() : found;
    }

    /** The page, where the body is one. */
    default Optional<Page> webPage() {
        return this instanceof WebPage(Page page) ? Optional.of(page) : Optional.empty();
    }

    /** What the page says about its own address, best first. */
    default List<String> addresses() {
        return webPage()
                .map(page -> java.util.stream.Stream.of(page.link("canonical"), page.meta("og:url"))
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }
}
