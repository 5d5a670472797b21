package org.retold.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.retold.api.kafka.LookupLine;
import org.retold.api.live.LiveEvents;

/** Follows events and hears answers beside the requests, as long as the service runs. */
@Singleton
final class ListeningThreads {

    private final LiveEvents events;
    private final LookupLine lookups;

    ListeningThreads(LiveEvents events, LookupLine lookups) {
        this.events = events;
        this.lookups = lookups;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("live-events").daemon().start(events);
        Thread.ofPlatform().name("lookup-answers").daemon().start(lookups);
    }

    void stop(@Observes ShutdownEvent event) {
        events.close();
        lookups.close();
    }
}
