package org.retold.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as the feed or a push gave it, with the page it links to if that was fetched.
 *
 * @param key article key: what tells two articles apart before the page is read, of the address under which it was sent first;
 *     the record's key
 * @param url the link as the publisher spells it
 * @param guid the feed's own identifier
 * @param externalId identifier that a push import gave
 * @param feedUrl the feed it came from; absent for a push
 * @param publisher name of who published it, as the feed's title or the push says
 * @param title as given, markup and entities already decoded
 * @param published as the feed or push says, in ISO 8601 with its offset ({@code -00:00} where it named none) or reduced
 *     to a day or month
 * @param language as declared, BCP 47; a hint only
 * @param authors as given
 * @param subjects categories and keywords as given
 * @param body the text as it came; absent only where nothing but a title was to be had
 * @param fetched when we accepted it
 * @param knownAs where it was when it was sent for the first time, which its article is told by for ever; absent the first
 *     time, and where nothing about its addresses has changed since
 */
public record Item(
        String key,
        String url,
        @Nullable String guid,
        @Nullable String externalId,
        @Nullable String feedUrl,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable String published,
        @Nullable String language,
        List<String> authors,
        List<String> subjects,
        @Nullable ItemBody body,
        Instant fetched,
        @Nullable FirstAddress knownAs) {

    public Item {
        Required.text(key, "key");
        Required.text(url, "url");
        Required.present(fetched, "fetched");
        authors = Required.list(authors);
        subjects = Required.list(subjects);
    }
}
