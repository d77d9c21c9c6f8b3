package community.likeminds.agent.cli;

/** Starts the application; called by the first command that needs it, so that help and bad usage cost nothing. */
@FunctionalInterface
public interface ServiceStarter {

    Services start(Settings settings);
}
