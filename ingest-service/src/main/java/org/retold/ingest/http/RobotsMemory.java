package org.retold.ingest.http;

import java.time.Duration;
import java.util.Optional;
import org.retold.ingest.robots.RobotsFile;
import org.retold.outbound.Origin;

/** The robots.txt that were asked for; all instances share it. */
public interface RobotsMemory {

    /** Empty when it was never asked for, or so long ago that it must be asked for again. */
    Optional<RobotsFile> find(Origin origin);

    /** What was kept last, however long ago; empty when it was never asked for, or forgotten. */
    Optional<RobotsFile> last(Origin origin);

    /** @param goodFor so long nobody asks for it again */
    void keep(Origin origin, RobotsFile file, Duration goodFor);
}
