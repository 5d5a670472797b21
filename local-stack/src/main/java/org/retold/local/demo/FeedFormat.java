package org.retold.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A feed written by hand. */
sealed interface FeedFormat permits AtomFeed, RdfFeed {

    String path();

    /** Its media type. */
    String type();

    Document feed(Outlet outlet);

    /** What the outlet writes its feed and pages in. */
    default Charset charset(Outlet outlet) {
        return StandardCharsets.UTF_8;
    }
}
