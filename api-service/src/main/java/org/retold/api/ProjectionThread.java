package org.retold.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the projection beside the requests, as long as the service runs. */
@Singleton
final class ProjectionThread {

    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final StoryProjection projection;
    private final ApiSettings settings;
    private @Nullable Thread thread;

    ProjectionThread(StoryProjection projection, ApiSettings settings) {
        this.projection = projection;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.reading()) {
            thread = Thread.ofPlatform().name("story-projection").start(projection);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        projection.stop();
        if (thread != null) {
            thread.join(LAST_BATCH);
        }
    }
}
