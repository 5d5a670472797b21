package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the five real pages of the corpora as their sites did: two by SPIP, one by WordPress, two as plain pages, with
 * the navigation, the comments and the footers of the given text where such sites have them. Each site has a feed with
 * an introduction only, so that the page is what is read.
 */
final class SeedSite implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> documents = new LinkedHashMap<>();
    private final List<String> feeds = new ArrayList<>();

    /** @param folder holds the texts, one file a page */
    SeedSite(Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        spip(
                "geopolintel",
                "Geopolintel",
                lines(folder, "000"),
                "Geopolintel",
                "Poutine serait ouvert à des pourparlers de cessez-le-feu avec Trump",
                "jeudi 21 novembre 2024",
                "—  0 commentaires  —");
        spip(
                "vlr",
                "VIVE LA RÉVOLUTION",
                lines(folder, "001"),
                "VIVE LA RÉVOLUTION",
                "La proposition de cessez-le-feu en Ukraine faite par Poutine est rejetée par les États-Unis",
                "mardi 19 mars 2024, par anonyme (Date de rédaction antérieure : 19 mars 2024).",
                "1 Message");
        plain("nouvelles", "Nouvelles", lines(folder, "002"), "Vladimir Poutine teste l’Amérique", "\u0000");
        wordpress(
                "carnet",
                "Le carnet",
                lines(folder, "003"),
                "La rencontre Americano-Russe en Turquie.",
                "Votre commentaire");
        plain(
                "actualites",
                "Actualités",
                lines(folder, "004"),
                "Poutine voulait geler la guerre",
                "Vous pourriez également être intéressé par des actualités :");
        server.createContext("/", this::answer);
        server.start();
    }

    /** URLs of the five feeds. */
    List<String> feeds() {
        return List.copyOf(feeds);
    }

    private void spip(
            String site, String name, List<String> lines, String banner, String title, String date, String end) {
        int body = lines.lastIndexOf(date) + 1;
        int over = indexOfLineStarting(lines, end);
        page(site, name, "spip.php?article1", title, lines.get(body) + "&amp;nbsp;(...)", """
                <!DOCTYPE html><html lang="fr"><head><title>%1$s - %2$s</title>
                <meta name="generator" content="SPIP 3.2"></head><body id="page_article">
                <div id="entete"><a rel="start home" href="/%3$s/">%2$s</a></div>
                <div id="nav" class="arbo"><ul><li><a href="/%3$s/">Accueil du site</a> &gt; Comment publier un article</li></ul></div>
                <div id="conteneur"><div id="contenu" class="content hentry">
                <div class="cartouche"><h1 class="entry-title crayon article-titre-1">%1$s</h1>
                <p class="info-publi">%4$s</p></div>
                <div class="crayon article-texte-1 texte entry-content">%5$s</div>
                <div id="forum"><h2>Messages</h2><ul class="forum"><li class="forum-fil">%6$s</li></ul></div>
                </div></div>
                <div id="pied" class="footer">%2$s - site réalisé avec SPIP | squelette | Plan du site | Suivre la vie du site RSS 2.0</div>
                </body></html>
                """.formatted(
                        escape(title),
                        escape(banner),
                        site,
                        escape(date),
                        paragraphs(lines.subList(body, over)),
                        paragraphs(lines.subList(over, lines.size()))));
    }

    private void wordpress(String site, String name, List<String> lines, String title, String end) {
        int over = indexOfLineStarting(lines, end);
        page(site, name, "2022/11/15/la-rencontre/", title, lines.get(1), """
                <!DOCTYPE html><html lang="fr-FR"><head><title>%1$s | %2$s</title>
                <meta name="generator" content="WordPress 6.1"></head><body class="single single-post">
                <header><nav class="menu"><a href="/%3$s/">Accueil</a></nav></header>
                <main><article class="post hentry"><h1 class="entry-title">%1$s</h1>
                <div class="entry-content">%4$s</div></article>
                <div id="comments" class="comments-area"><div id="respond" class="comment-respond">%5$s</div></div></main>
                <footer class="site-footer">Propulsé par WordPress</footer></body></html>
                """.formatted(
                        escape(title),
                        escape(name),
                        site,
                        paragraphs(lines.subList(1, over)),
                        paragraphs(lines.subList(over, lines.size()))));
    }

    private void plain(String site, String name, List<String> lines, String title, String end) {
        int over = indexOfLineStarting(lines, end);
        page(site, name, "article.html", title, lines.getFirst().substring(0, 60) + "...", """
                <!DOCTYPE html><html><head><title>%1$s</title></head><body>
                <div class="top"><a href="/%2$s/">Accueil</a> <a href="/%2$s/monde">Monde</a></div>
                <div class="main"><h1>%1$s</h1>%3$s</div>
                <div class="bottom">%4$s</div></body></html>
                """.formatted(
                        escape(title),
                        site,
                        paragraphs(lines.subList(0, over)),
                        paragraphs(lines.subList(over, lines.size()))));
    }

    private void page(String site, String name, String path, String title, String introduction, String html) {
        String base = "http://localhost:" + server.getAddress().getPort() + "/" + site + "/";
        documents.put("/" + site + "/" + path, html.getBytes(UTF_8));
        String feed = """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0"><channel><title>%1$s</title><link>%2$s</link><description>%1$s</description>
                <item><title>%3$s</title><link>%2$s%4$s</link><guid isPermaLink="true">%2$s%4$s</guid>
                <description>%5$s</description></item>
                </channel></rss>
                """.formatted(escape(name), base, escape(title), path, introduction);
        documents.put("/" + site + "/feed", feed.getBytes(UTF_8));
        feeds.add(base + "feed");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] document = documents.get(exchange.getRequestURI().toString());
        if (document == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            String type = exchange.getRequestURI().getPath().endsWith("/feed") ? "application/rss+xml" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
        }
        exchange.close();
    }

    private static List<String> lines(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(prefix + "_"))
                    .findAny()
                    .orElseThrow();
            return Arrays.stream(Files.readString(file).split("\n"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static int indexOfLineStarting(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return lines.size();
    }

    private static String paragraphs(List<String> lines) {
        return String.join(
                "\n", lines.stream().map(line -> "<p>" + escape(line) + "</p>").toList());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
