package org.retold.ingest.rest;

import java.util.List;

/** All takedowns that are in force, the newest first. */
public record TakedownPage(List<TakedownStatus> items) {

    public TakedownPage {
        items = List.copyOf(items);
    }
}
