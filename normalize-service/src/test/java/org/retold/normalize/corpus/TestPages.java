package org.retold.normalize.corpus;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Wraps a text in the markup that publishing systems put around it. */
public final class TestPages {

    private TestPages() {}

    /**
     * What stands on a page.
     *
     * @param above lines over the text that are none of it: navigation, date line
     * @param below lines under the text that are none of it: further reading, tags, comments, imprint
     */
    public record Content(
            String outlet,
            String title,
            String dateline,
            List<String> paragraphs,
            List<String> above,
            List<String> below) {}

    /** A page of SPIP's own squelette. */
    public static String spip(Content content) {
        return """
                <!DOCTYPE html><html lang="fr" dir="ltr"><head><title>%2$s - %1$s</title>
                <meta name="generator" content="SPIP 4.2.8" /><link rel="stylesheet" href="squelettes/habillage.css">
                <script>var spip = {"a":1};</script></head>
                <body id="top" class="pas_surlignable page_article"><div class="page">
                <div class="header clearfix" id="header" role="banner"><p class="site-title"><a rel="start home" href="/">%1$s</a></p></div>
                <nav class="nav clearfix" id="nav"><ul><li><a href="/spip.php?rubrique1">Rubrique</a></li>%3$s</ul></nav>
                <div class="main"><div class="wrapper"><div class="content hentry" id="content">
                <p class="arbo"><a href="/">Accueil du site</a> &gt; <a href="/spip.php?rubrique1">International</a></p>
                <div class="cartouche"><h1 class="crayon article-titre-12 entry-title">%2$s</h1>
                <p class="info-publi">%4$s</p></div>
                <div class="crayon article-texte-12 texte entry-content">%5$s</div>
                <a href="#forum" name="forum" id="forum"></a>
                <div class="comments" id="comments"><h2>Vos commentaires</h2><ul class="forum"><li class="forum-fil">%6$s</li></ul>
                <p class="repondre"><a href="/spip.php?page=forum&amp;id_article=12">Répondre à cet article</a></p></div>
                </div></div><div class="aside secondary" role="complementary"><div class="menu articles"><h2>Dans la même rubrique</h2>
                <ul><li><a href="/spip.php?article11">Une autre exclusivité dont tout le monde parle</a></li></ul></div></div></div>
                <div class="footer clearfix" id="footer" role="contentinfo"><p><a href="http://www.spip.net/">SPIP</a> | <a href="/spip.php?page=plan">Plan du site</a> | Suivre la vie du site RSS 2.0</p></div>
                </div></body></html>
                """.formatted(
                        escaped(content.outlet()),
                        escaped(content.title()),
                        lines("li", content.above()),
                        escaped(content.dateline()),
                        paragraphs(content.paragraphs(), " class=\"spip\""),
                        lines("p", content.below()));
    }

    /** A page of a WordPress theme. */
    public static String wordpress(Content content) {
        return """
                <!DOCTYPE html><html lang="fr-FR"><head><meta charset="UTF-8"><title>%2$s | %1$s</title>
                <meta name="generator" content="WordPress 6.4" /><meta property="og:site_name" content="%1$s" /></head>
                <body class="post-template-default single single-post postid-77 wp-embed-responsive">
                <div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">%1$s</a></p>
                <nav id="site-navigation" class="main-navigation"><ul id="menu">%3$s</ul></nav></header>
                <div id="primary" class="content-area"><main id="main" class="site-main">
                <article id="post-77" class="post-77 post type-post status-publish hentry category-monde">
                <header class="entry-header"><h1 class="entry-title">%2$s</h1><div class="entry-meta"><span class="posted-on">%4$s</span> <span class="byline">par la rédaction</span></div></header>
                <div class="entry-content">%5$s
                <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Partager :</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
                <div id="jp-relatedposts" class="jp-relatedposts"><h3>Articles similaires</h3><p><a href="/autre">Une autre exclusivité dont tout le monde parle</a></p></div></div>
                <footer class="entry-footer"><span class="cat-links">Publié dans <a href="/category/monde">Monde</a></span></footer></article>
                <div id="comments" class="comments-area"><h2 class="comments-title">Commentaires</h2><ol class="comment-list"><li class="comment">%6$s</li></ol>
                <div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Votre commentaire</h3><form action="/wp-comments-post.php"><p>Entrez vos coordonnées ci-dessous</p><textarea name="comment"></textarea></form></div></div>
                </main></div><aside id="secondary" class="widget-area"><section class="widget"><h2>Articles récents</h2><ul><li><a href="/a">Encore une nouvelle</a></li></ul></section></aside>
                <footer id="colophon" class="site-footer"><div class="site-info">Fièrement propulsé par WordPress</div></footer></div></body></html>
                """.formatted(
                        escaped(content.outlet()),
                        escaped(content.title()),
                        lines("li", content.above()),
                        escaped(content.dateline()),
                        paragraphs(content.paragraphs(), ""),
                        lines("p", content.below()));
    }

    /** A page of a newspaper's own making, with few names to go by. */
    public static String generic(Content content) {
        return """
                <html><head><title>%2$s - %1$s</title></head><body>
                <div id="top"><a href="/">%1$s</a> %3$s</div>
                <div class="wrap"><div class="col-main"><h1>%2$s</h1><p class="infos">%4$s</p>
                <div class="corps">%5$s</div>
                <div class="suite">%6$s</div></div>
                <div class="col-side"><h3>Les plus lus</h3><ul><li><a href="/1">Une autre exclusivité dont tout le monde parle</a></li><li><a href="/2">Encore une nouvelle du jour</a></li></ul></div></div>
                <div class="bottom"><a href="/mentions">Mentions légales</a></div></body></html>
                """.formatted(
                        escaped(content.outlet()),
                        escaped(content.title()),
                        lines("span", content.above()),
                        escaped(content.dateline()),
                        paragraphs(content.paragraphs(), ""),
                        lines("p", content.below()));
    }

    /** A page without any structure: title, paragraphs and furniture are children of one element. */
    public static String bare(Content content) {
        return """
                <html><head><title>%1$s : %2$s</title></head><body>
                %3$s<h1>%2$s</h1><p>%4$s</p>%5$s%6$s</body></html>
                """.formatted(
                        escaped(content.outlet()),
                        escaped(content.title()),
                        lines("div", content.above()),
                        escaped(content.dateline()),
                        paragraphs(content.paragraphs(), ""),
                        lines("p", content.below()));
    }

    public static String paragraphs(List<String> paragraphs, String attributes) {
        return paragraphs.stream()
                .map(paragraph -> "<p%s>%s</p>".formatted(attributes, escaped(paragraph)))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String tag, List<String> lines) {
        return lines.stream()
                .map(line -> "<%1$s>%2$s</%1$s>".formatted(tag, escaped(line)))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
