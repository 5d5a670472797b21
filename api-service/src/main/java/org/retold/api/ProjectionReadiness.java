package org.retold.api;

import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.retold.api.ProjectionState.Phase;

/** Ready when the read model shows what the topics say. */
@Readiness
@Singleton
final class ProjectionReadiness implements HealthCheck {

    private final ProjectionState state;
    private final ApiSettings settings;

    ProjectionReadiness(ProjectionState state, ApiSettings settings) {
        this.state = state;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        if (!settings.reading()) {
            return up("reading is switched off");
        }
        return switch (state.phase()) {
            case Phase.Starting() -> down("starting");
            case Phase.CatchingUp(Map<String, Long> behind) -> down("catching up: " + behind);
            case Phase.UpToDate() -> up("up to date");
            case Phase.Waiting(String reason) -> down(reason);
            case Phase.Stopped() -> down("stopped");
        };
    }

    private static HealthCheckResponse up(String why) {
        return HealthCheckResponse.named("projection")
                .up()
                .withData("state", why)
                .build();
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named("projection")
                .down()
                .withData("state", why)
                .build();
    }
}
