package org.retold.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import org.retold.ingest.robots.RobotsFile;
import org.retold.outbound.Answer;
import org.retold.outbound.Origin;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Request;

/** Asks an origin for its robots.txt, once for all instances, and waits for its site's turn like everybody else. */
public final class RobotsFetch {

    /** What is beyond this is not read: RFC 9309, 2.5. */
    static final int MOST_BYTES = 500 * 1024;

    /** Shorter than the pause after the first failed poll, so that each poll looks again. */
    private static final Duration OUT_OF_REACH_FOR = Duration.ofMinutes(3);

    private final OutboundClient web;
    private final SiteGate sites;
    private final RobotsMemory memory;
    private final Duration goodFor;

    /** @param goodFor how long a robots.txt is good */
    public RobotsFetch(OutboundClient web, SiteGate sites, RobotsMemory memory, Duration goodFor) {
        this.web = web;
        this.sites = sites;
        this.memory = memory;
        this.goodFor = goodFor;
    }

    /** What came of looking for a robots.txt. */
    sealed interface Found {

        record Known(RobotsFile file) implements Found {}

        /** Its site has to be left alone for a moment. */
        record Held(Duration pause, String reason) implements Found {}
    }

    Found of(Origin origin) throws InterruptedException {
        Optional<RobotsFile> known = memory.find(origin);
        if (known.isPresent()) {
            return new Found.Known(known.get());
        }
        Request request = Request.beginningOf(origin.address() + "/robots.txt", "text/plain, */*;q=0.5", MOST_BYTES);
        Answer answer = web.get(
                request,
                url -> sites.before(
                        url, Duration.ZERO, () -> memory.find(origin).isEmpty()));
        return switch (answer) {
            case Answer.Ok ok ->
                kept(origin, new RobotsFile.Rules(text(ok.content().bytes())), goodFor);
            case Answer.HttpError(int status, Duration ignored)
            when status == 429 || status >= 500 -> outOfReach(origin, "its publisher answers " + status);
            case Answer.HttpError ignored -> kept(origin, new RobotsFile.None(), goodFor);
            case Answer.RedirectedTooOften ignored -> kept(origin, new RobotsFile.None(), goodFor);
            case Answer.Unreachable(String reason) -> outOfReach(origin, reason);
            case Answer.TooLarge(int limit) -> outOfReach(origin, "it is larger than %d bytes".formatted(limit));
            case Answer.NotModified ignored -> outOfReach(origin, "its publisher answers 304 to a first request");
            // The guard refuses what is asked for next too, and says so itself.
            case Answer.Refused ignored -> new Found.Known(new RobotsFile.None());
            case Answer.Held(Duration pause, String reason) -> new Found.Held(pause, reason);
            // Another asked for it while we waited.
            case Answer.Forbidden ignored -> of(origin);
        };
    }

    /** What it said the last time holds while nobody can read it: RFC 9309, 2.4. */
    private Found outOfReach(Origin origin, String reason) {
        RobotsFile file = memory.last(origin).orElseGet(() -> new RobotsFile.OutOfReach(reason));
        return kept(
                origin,
                file instanceof RobotsFile.OutOfReach ? new RobotsFile.OutOfReach(reason) : file,
                OUT_OF_REACH_FOR);
    }

    private Found kept(Origin origin, RobotsFile file, Duration goodFor) {
        memory.keep(origin, file, goodFor);
        return new Found.Known(file);
    }

    /** A file that was cut ends with its last whole line. */
    private static String text(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return bytes.length < MOST_BYTES ? text : text.substring(0, text.lastIndexOf('\n') + 1);
    }
}
