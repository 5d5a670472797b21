package org.retold.api.web;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * What is around every page.
 *
 * @param language of the page, two letters
 * @param here the page's own address, to come back to
 * @param place the page of the navigation that it is, as {@code stories}; empty for none
 */
record Frame(String language, String here, String place) {

    static Frame of(UriInfo uri, Tongue tongue, String place) {
        URI asked = uri.getRequestUri();
        String query = asked.getRawQuery();
        return new Frame(
                tongue.locale().getLanguage(),
                query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query,
                place);
    }

    public boolean isIn(String word) {
        return place.equals(word);
    }

    public boolean speaks(String word) {
        return language.equals(word);
    }
}
