package community.likeminds.agent.infrastructure.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** The root of what a command does; it begins and ends on the command's own thread. */
public final class CommandTrace {

    private final ObservationRegistry registry;
    private @Nullable Observation observation;
    private Observation.@Nullable Scope scope;

    CommandTrace(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** @param command its name, one of few */
    public void begin(String command) {
        Observation begun = Observation.createNotStarted("likeminds.command", registry)
                .contextualName("likeminds " + command)
                .lowCardinalityKeyValue("command", command)
                .start();
        observation = begun;
        scope = begun.openScope();
    }

    public void end() {
        if (scope != null) {
            scope.close();
            scope = null;
        }
        if (observation != null) {
            observation.stop();
            observation = null;
        }
    }
}
