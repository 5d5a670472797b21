package org.retold.contract;

/**
 * Who published an article, as opposed to the agency it credits.
 *
 * @param host registrable host, for example {@code example.org}
 * @param name as the feed or page calls it; the host where nothing does
 */
public record Publisher(String host, String name) {

    public Publisher {
        Required.text(host, "host");
        Required.text(name, "name");
    }
}
