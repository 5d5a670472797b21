package org.retold.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.retold.benchmarks.topology.MadeNews;
import org.retold.contract.Article;
import org.retold.contract.Json;
import org.retold.normalize.article.ArticleId;

/**
 * A line that is pushed: nine of ten are contents as feeds have them, of about 4 KB; each tenth is a page of about 80 KB.
 *
 * @param articleId by which the pipeline will know it
 */
record Submission(String articleId, String line) {

    private static final int A_PAGE_OF = 10;
    private static final int PAGE_CHARACTERS = 80_000;

    static Submission of(MadeNews news, int number) {
        Article article = news.article(number);
        ObjectNode line = Json.MAPPER
                .createObjectNode()
                .put("url", article.url())
                .put("title", article.title())
                .put("language", article.language())
                .put("publisher", article.publisher().name());
        if (number % A_PAGE_OF == 0) {
            line.put("html", page(article));
        } else {
            line.put("text", String.join("\n\n", article.paragraphs()));
        }
        return new Submission(ArticleId.of(article.url()).orElseThrow(), line.toString());
    }

    /** The article amid what pages have around it. */
    private static String page(Article article) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><html lang=\"%s\"><head><title>%s</title></head><body><nav><ul>"
                        .formatted(article.language(), article.title()));
        while (page.length() < PAGE_CHARACTERS / 2) {
            page.append(
                    "<li class=\"menu-item menu-item-type-taxonomy\"><a href=\"/section-%d\">Section %1$d</a></li>\n"
                            .formatted(page.length()));
        }
        page.append("</ul></nav><main><article><h1>").append(article.title()).append("</h1>\n");
        article.paragraphs()
                .forEach(paragraph -> page.append("<p>").append(paragraph).append("</p>\n"));
        page.append("</article></main><footer><ul>");
        while (page.length() < PAGE_CHARACTERS) {
            page.append("<li class=\"related\"><a href=\"/more-%d\"><span>More of the day</span></a></li>\n"
                    .formatted(page.length()));
        }
        return page.append("</ul></footer></body></html>").toString();
    }
}
