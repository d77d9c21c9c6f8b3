package community.likeminds.agent.cli;

import java.util.List;

/** Starts the application; called by the first command that needs it, so that help and bad usage cost nothing. */
@FunctionalInterface
public interface ServiceStarter {

    Services start(Settings settings);

    /** What a process can run; nothing is started for it. */
    default List<RoleDescription> roles() {
        return List.of();
    }

    /** What a server with these settings would start with; nothing is started for it. */
    default ConfigurationCheck configuration(Settings settings) {
        return new ConfigurationCheck(List.of(), List.of());
    }
}
