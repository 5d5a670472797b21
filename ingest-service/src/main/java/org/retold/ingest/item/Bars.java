package org.retold.ingest.item;

/** What must not be taken in. */
@FunctionalInterface
public interface Bars {

    /** Reason code of what is refused for it. */
    String CODE = "taken-down";

    /** Why, for people. */
    String MESSAGE = "an operator had the article taken down";

    /** Whether the article at this address was taken down. */
    boolean bar(String url);
}
