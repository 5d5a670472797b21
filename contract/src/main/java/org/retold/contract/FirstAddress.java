package org.retold.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry was when it was sent for the first time: all that the identity of its article was made of.
 *
 * @param url the link of the feed
 * @param pageUrl where its page was found after redirects; absent where none was fetched
 * @param claims what the page said about its own address, best first: rel=canonical, og:url
 */
public record FirstAddress(String url, @Nullable String pageUrl, List<String> claims) {

    public FirstAddress {
        Required.text(url, "url");
        claims = Required.list(claims);
    }
}
