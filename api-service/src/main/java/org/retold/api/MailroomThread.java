package org.retold.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.retold.api.http.Mailroom;

/** Tells webhooks what happens beside the requests, as long as the service runs. */
@Singleton
final class MailroomThread {

    private final Mailroom mailroom;
    private final ApiSettings settings;

    MailroomThread(Mailroom mailroom, ApiSettings settings) {
        this.mailroom = mailroom;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.reading()) {
            Thread.ofPlatform().name("mailroom").daemon().start(mailroom);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        mailroom.close();
    }
}
