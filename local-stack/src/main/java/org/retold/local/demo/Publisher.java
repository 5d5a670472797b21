package org.retold.local.demo;

/**
 * An invented outlet.
 *
 * @param id also a part of addresses
 * @param language two letters; one that {@link Wording} has
 * @param title of its site, as its feed and pages give it
 */
public record Publisher(String id, String name, String language, Cms cms, FeedForm feed, String title, String tagline) {

    /** What its site is made with. */
    public enum Cms {
        SPIP,
        WORDPRESS,
        ATOM,
        RDF,
        JSON_FEED
    }

    /** How much of an article its feed gives. */
    public enum FeedForm {
        FULL,
        INTRODUCTION
    }
}
