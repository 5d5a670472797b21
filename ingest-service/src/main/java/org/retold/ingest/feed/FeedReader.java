package org.retold.ingest.feed;

import org.retold.ingest.feed.FeedReading.NotAFeed;

/** Reads whatever a feed's address answers with. Never throws for a document, however broken it is. */
public final class FeedReader {

    private final XmlFeedReader xml = new XmlFeedReader();
    private final JsonFeedReader json = new JsonFeedReader();

    public FeedReading read(FeedDocument document) {
        if (ReaderComments.isAddressOfSome(document.url())) {
            return new NotAFeed(ReaderComments.REASON);
        }
        String text = FeedCharset.decode(document.bytes(), document.charset()).strip();
        if (text.isEmpty()) {
            return new NotAFeed("the document is empty");
        }
        FeedReading reading = text.startsWith("{") ? json.read(text, document) : xml.read(text, document);
        return switch (reading) {
            case FeedReading.ReadFeed feed when ReaderComments.fill(feed) -> new NotAFeed(ReaderComments.REASON);
            case FeedReading.ReadFeed feed -> feed;
            case NotAFeed refusal -> refusal;
        };
    }
}
