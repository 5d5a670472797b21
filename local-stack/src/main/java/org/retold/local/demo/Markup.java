package org.retold.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Small pieces of HTML and XML. */
final class Markup {

    private static final int INTRODUCTION = 500;

    private Markup() {}

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String cdata(String html) {
        return "<![CDATA[" + html.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    static String paragraphs(Iterable<String> paragraphs) {
        StringBuilder html = new StringBuilder();
        paragraphs.forEach(
                paragraph -> html.append("<p>").append(text(paragraph)).append("</p>\n"));
        return html.toString();
    }

    /** The beginning of an article, cut between words. */
    static String introduction(DemoArticle article, String ellipsis) {
        String whole = String.join(" ", article.paragraphs());
        if (whole.length() <= INTRODUCTION) {
            return whole;
        }
        int cut = whole.lastIndexOf(' ', INTRODUCTION);
        return whole.substring(0, cut < 0 ? INTRODUCTION : cut) + ellipsis;
    }

    /** As SPIP writes into its feeds: straight apostrophes, plain spaces. */
    static String straightened(String text) {
        return text.replace('’', '\'').replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    static String utc(OffsetDateTime time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** As RFC 3339 wants it, seconds included. */
    static String offset(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    static String rfc1123(OffsetDateTime time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
    }

    /** Bytes in that charset; characters it lacks become numeric references. */
    static byte[] bytes(String markup, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder encodable = new StringBuilder();
        markup.codePoints().forEach(character -> {
            String one = Character.toString(character);
            encodable.append(encoder.canEncode(one) ? one : "&#" + character + ";");
        });
        return encodable.toString().getBytes(charset);
    }
}
