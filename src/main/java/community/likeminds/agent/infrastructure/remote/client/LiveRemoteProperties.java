package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.registry.SettingsChanged;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** The limits of calls as they are now; shared settings may change them while the process runs. */
final class LiveRemoteProperties {

    private final Environment environment;
    private volatile RemoteProperties now;

    LiveRemoteProperties(RemoteProperties start, Environment environment) {
        this.now = start;
        this.environment = environment;
    }

    RemoteProperties now() {
        return now;
    }

    @EventListener
    void changed(SettingsChanged change) {
        if (change.below("likeminds.remote.")) {
            now = Binder.get(environment).bindOrCreate("likeminds.remote", RemoteProperties.class);
        }
    }
}
