package org.retold.ingest.http;

import java.time.Duration;

/** One turn a site at a time; all instances draw from the same budget. */
public interface SiteBudget {

    /**
     * Takes the turn at a site if it is to be had now. Whoever has it gives it back.
     *
     * @param longest after this a turn that nobody gave back is over
     */
    Taking take(String site, Duration longest);

    /**
     * Gives a turn back; one that was over already changes nothing.
     *
     * @param spacing how long the site is left alone from now on
     */
    void giveBack(String site, Turn turn, Duration spacing);

    /**
     * Leaves a site alone for so long, or for longer where that was asked before; its feeds are put off until then, and say
     * so.
     */
    void silence(String site, Duration pause);

    /** How long a site still wants to be left alone; zero when it does not. */
    Duration silence(String site);

    /** What the budget says. */
    sealed interface Taking permits Turn, Spaced, UnderWay, Silent {}

    /** @param ticket says who has it */
    record Turn(String ticket) implements Taking {}

    /** @param pause until the next turn */
    record Spaced(Duration pause) implements Taking {}

    /** Somebody asks the site just now. */
    record UnderWay() implements Taking {}

    /** @param pause for which the site asked to be left alone */
    record Silent(Duration pause) implements Taking {}
}
