package org.retold.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading.ReadFeed;

class WordPressFeedTest {

    @Test
    void aNewCommentIsNoEdit() {
        IdentifiedEntry before = entry("le-tramway-revient", "Le tramway revient", 3);
        IdentifiedEntry after = entry("le-tramway-revient", "Le tramway revient", 4);

        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void aGuidThatIsNoPermalinkIsNotTheLink() {
        IdentifiedEntry entry = entry("le-tramway-revient", "Le tramway revient", 0);

        assertThat(entry.entry().link()).isEqualTo("https://blog.example/le-tramway-revient/");
        assertThat(entry.entry().guid()).isEqualTo("https://blog.example/?p=77");
    }

    @Test
    void aNewTitleAndAddressUnderTheSameGuidIsAnEditOfTheSameEntry() {
        IdentifiedEntry before = entry("le-tramway-revient", "Le tramway revient", 0);
        IdentifiedEntry after = entry("le-tramway-ne-revient-pas", "Le tramway ne revient pas", 0);

        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }

    private static IdentifiedEntry entry(String slug, String title, int comments) {
        String feed = """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
                xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:wfw="http://wellformedweb.org/CommentAPI/">
                <channel><title>Blog</title><link>https://blog.example</link><item><title>%2$s</title>
                <link>https://blog.example/%1$s/</link><comments>https://blog.example/%1$s/#comments</comments>
                <guid isPermaLink="false">https://blog.example/?p=77</guid><description>Le texte.</description>
                <wfw:commentRss>https://blog.example/%1$s/feed/</wfw:commentRss>
                <slash:comments>%3$d</slash:comments></item></channel></rss>""".formatted(slug, title, comments);
        ReadFeed read = (ReadFeed)
                new FeedReader().read(new FeedDocument(feed.getBytes(UTF_8), "https://blog.example/feed/", null, null));
        return EntryIdentities.of(read.entries()).getFirst();
    }
}
