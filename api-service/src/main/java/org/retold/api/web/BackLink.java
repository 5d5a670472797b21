package org.retold.api.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** An address that a form says to go back to. */
final class BackLink {

    private static final String START = "/";

    private BackLink() {}

    /** The address if it is one of this site, else the start: nobody is led elsewhere. */
    static String of(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//")) {
            return START;
        }
        try {
            URI uri = new URI(address);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? START : address;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}
