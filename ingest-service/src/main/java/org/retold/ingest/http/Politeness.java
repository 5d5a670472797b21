package org.retold.ingest.http;

import java.time.Duration;
import java.util.Optional;
import org.retold.ingest.robots.Judgement;
import org.retold.ingest.robots.RobotsRules;
import org.retold.outbound.Gate;
import org.retold.outbound.Origin;

/** Asks nothing that a publisher does not want to be asked, and the rest in turn. */
public record Politeness(RobotsFetch robots, RobotsRules rules, SiteGate sites) implements Gate {

    @Override
    public Word before(String url) throws InterruptedException {
        Optional<Origin> origin = Origin.of(url);
        if (origin.isEmpty()) {
            return sites.before(url);
        }
        return switch (robots.of(origin.get())) {
            case RobotsFetch.Found.Held(Duration pause, String reason) -> new Word.Wait(pause, reason);
            case RobotsFetch.Found.Known known ->
                switch (rules.judge(known.file(), url)) {
                    case Judgement.Allowed(Duration delay) -> sites.before(url, delay);
                    case Judgement.Forbidden(String reason) -> new Word.No(reason, true);
                    case Judgement.NotKnown(String reason) -> new Word.No(reason, false);
                };
        };
    }
}
