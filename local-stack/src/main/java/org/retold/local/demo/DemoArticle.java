package org.retold.local.demo;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of the demo site, with what is true about it.
 *
 * @param id also a part of its address
 * @param publisher id of its publisher
 * @param story label of the report it tells; absent when it stands alone
 * @param relation how the text was made
 * @param published with the publisher's offset
 * @param related titles of other articles that its page links to
 */
public record DemoArticle(
        String id,
        String publisher,
        @Nullable String story,
        String relation,
        String title,
        String language,
        OffsetDateTime published,
        List<String> authors,
        String section,
        List<String> keywords,
        List<String> paragraphs,
        Gold gold,
        List<Comment> comments,
        List<String> related) {

    public DemoArticle {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        paragraphs = List.copyOf(paragraphs);
        comments = List.copyOf(comments);
        related = List.copyOf(related);
    }

    /** What a reader wrote below it. */
    public record Comment(String author, String text) {}

    /** What the text itself credits. */
    public record Gold(
            List<String> agencies,
            List<String> reporters,
            @Nullable String exclusiveDate,
            @Nullable String via) {

        public Gold {
            agencies = List.copyOf(agencies);
            reporters = List.copyOf(reporters);
        }
    }
}
