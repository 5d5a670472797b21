package org.retold.outbound;

import okhttp3.HttpUrl;

/** One step of a request: the end of it, or where it goes on. */
sealed interface Hop {

    record End(Answer answer) implements Hop {}

    /** @param forGood whether the publisher says that it lives there from now on */
    record Onward(HttpUrl url, boolean forGood) implements Hop {}
}
