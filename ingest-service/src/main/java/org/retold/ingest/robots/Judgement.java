package org.retold.ingest.robots;

import java.time.Duration;

/** What a robots.txt says of one URL. */
public sealed interface Judgement {

    /** @param delay least time between two requests that the publisher asks for; zero when it does not */
    record Allowed(Duration delay) implements Judgement {}

    /** @param reason half a sentence for people */
    record Forbidden(String reason) implements Judgement {}

    /**
     * Not allowed until the robots.txt can be read.
     *
     * @param reason half a sentence for people
     */
    record NotKnown(String reason) implements Judgement {}
}
