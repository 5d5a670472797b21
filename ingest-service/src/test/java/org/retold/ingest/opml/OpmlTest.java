package org.retold.ingest.opml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        List<OpmlFeed> feeds = List.of(
                new OpmlFeed("https://e.example/?a=1&b=2", "A & <B>", null),
                new OpmlFeed("https://f.example/", "Été", "Presse"),
                new OpmlFeed("https://g.example/", "G", "Presse/Bretagne"));

        assertThat(OpmlReader.read(OpmlWriter.write(feeds).getBytes(UTF_8))).contains(feeds);
    }

    @Test
    void brokenListsAreReadAsFarAsTheyGo() {
        String broken =
                "<opml><body><OUTLINE TEXT=\"Presse & co\"><outline title='A' xmlurl='https://e.example/?a=1&b=2'>";

        assertThat(OpmlReader.read(broken.getBytes(UTF_8)))
                .contains(List.of(new OpmlFeed("https://e.example/?a=1&b=2", "A", "Presse & co")));
    }

    @Test
    void theDeclaredCharsetCounts() {
        String latin =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml><outline text=\"Été\" xmlUrl=\"https://e.example/\"/></opml>";

        assertThat(OpmlReader.read(latin.getBytes(ISO_8859_1)))
                .hasValueSatisfying(
                        feeds -> assertThat(feeds.getFirst().title()).isEqualTo("Été"));
    }

    @Test
    void whatIsNoOpmlIsSaidToBeNone() {
        assertThat(OpmlReader.read("<html></html>".getBytes(UTF_8))).isEmpty();
        assertThat(OpmlReader.read(new byte[0])).isEmpty();
        assertThat(OpmlReader.read("<opml/>".getBytes(UTF_8))).contains(List.of());
    }
}
