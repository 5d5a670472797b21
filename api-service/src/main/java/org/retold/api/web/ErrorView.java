package org.retold.api.web;

import java.util.List;

/** What went wrong, for people. */
record ErrorView(int status, String title, List<Saying> sayings) {

    ErrorView {
        sayings = List.copyOf(sayings);
    }
}
