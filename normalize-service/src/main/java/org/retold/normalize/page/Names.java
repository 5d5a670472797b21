package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads what class, id and role say about an element; word by word, so that "main-sidebar" is not "main". */
final class Names {

    private static final Set<String> AROUND = Set.of(
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adsense",
            "adbox",
            "aside",
            "author",
            "authors",
            "autor",
            "banner",
            "bio",
            "breadcrumb",
            "breadcrumbs",
            "byline",
            "byl",
            "caption",
            "captions",
            "carousel",
            "combx",
            "cookie",
            "cookies",
            "copyright",
            "credit",
            "credits",
            "dateline",
            "disclaimer",
            "disqus",
            "extra",
            "flyout",
            "follow",
            "footer",
            "gallery",
            "gdpr",
            "hidden",
            "hyperlien",
            "infobox",
            "infoline",
            "login",
            "masthead",
            "menu",
            "meta",
            "metadata",
            "modal",
            "more",
            "nav",
            "navbar",
            "navigation",
            "newsletter",
            "notice",
            "outbrain",
            "overlay",
            "pager",
            "pagination",
            "paywall",
            "popup",
            "popular",
            "prevnext",
            "print",
            "promo",
            "promotion",
            "promoted",
            "pub",
            "publicite",
            "rail",
            "rating",
            "readmore",
            "recommend",
            "recommended",
            "recommendation",
            "recommendations",
            "recirc",
            "register",
            "related",
            "relatedposts",
            "relacionadas",
            "remark",
            "sharedaddy",
            "share",
            "sharing",
            "shares",
            "shoutbox",
            "sidebar",
            "signup",
            "skyscraper",
            "slideshow",
            "social",
            "sociallinks",
            "sponsor",
            "sponsored",
            "subscribe",
            "subscription",
            "supplemental",
            "syndication",
            "taboola",
            "tags",
            "taglist",
            "tagcloud",
            "teaser",
            "teasers",
            "ticker",
            "timestamp",
            "toolbar",
            "tools",
            "topics",
            "traductions",
            "trending",
            "widget",
            "widgets",
            "yom",
            "partage",
            "partager",
            "similaires",
            "legende",
            "fil",
            "ariane",
            "arbo",
            "hierarchie",
            "sommaire",
            "notes",
            "alsoread",
            "lireaussi",
            "jetpack",
            "mailmunch",
            "optin",
            "callout",
            "toc",
            "nextprev");
    private static final Set<String> COMMENTS = Set.of(
            "comments",
            "commentlist",
            "commentaires",
            "commentaire",
            "forum",
            "respond",
            "kommentare",
            "comentarios",
            "commenti",
            "reactions",
            "livefyre",
            "disqus",
            "comment");
    private static final Set<String> ARTICLE = Set.of(
            "article",
            "articlebody",
            "body",
            "content",
            "contenu",
            "entry",
            "hentry",
            "main",
            "post",
            "story",
            "texte",
            "text",
            "column",
            "page",
            "blog",
            "storybody");
    private static final Set<String> AROUND_ROLES = Set.of(
            "menu",
            "menubar",
            "complementary",
            "navigation",
            "alert",
            "alertdialog",
            "dialog",
            "banner",
            "contentinfo",
            "search",
            "toolbar",
            "tablist");
    private static final Set<String> AROUND_TAGS = Set.of("nav", "footer", "aside", "form", "menu", "dialog", "header");

    private final Map<String, Noise> noiseOf = new HashMap<>();
    private final Map<String, Boolean> articleOf = new HashMap<>();

    Noise noise(Element element) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("html") || tag.equals("main") || tag.equals("article")) {
            return Noise.NONE;
        }
        if (element.attributesSize() == 0) {
            return AROUND_TAGS.contains(tag) ? Noise.LIKELY : Noise.NONE;
        }
        if (isHidden(element)) {
            return Noise.CERTAIN;
        }
        if (AROUND_TAGS.contains(tag) || AROUND_ROLES.contains(element.attr("role"))) {
            return Noise.LIKELY;
        }
        String names = names(element);
        return names.isBlank() ? Noise.NONE : noiseOf.computeIfAbsent(names, Names::noise);
    }

    boolean isNamedLikeAnArticle(Element element) {
        return element.attributesSize() > 0
                && articleOf.computeIfAbsent(
                        names(element), names -> words(names).stream().anyMatch(ARTICLE::contains));
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }

    private static String names(Element element) {
        return element.className() + ' ' + element.id();
    }

    private static Noise noise(String names) {
        Noise noise = Noise.NONE;
        for (String word : words(names)) {
            if (COMMENTS.contains(word)) {
                return Noise.CERTAIN;
            }
            if (AROUND.contains(word)) {
                noise = Noise.LIKELY;
            }
        }
        return noise;
    }

    /** "relatedPosts main_col" has the words related, posts, main, col. */
    static List<String> words(String names) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c);
            boolean border =
                    !letter || (Character.isUpperCase(c) && start >= 0 && Character.isLowerCase(names.charAt(i - 1)));
            if (border && start >= 0) {
                words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        return words;
    }
}
