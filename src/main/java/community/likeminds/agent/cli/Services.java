package community.likeminds.agent.cli;

/** The running application as commands see it. */
public interface Services extends AutoCloseable {

    /**
     * The implementation of a module's interface.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code role-absent} when this process does not run it
     */
    <T> T get(Class<T> type);

    /** Told which command asks for services, before it gets any; for whoever observes. */
    default void begun(String command) {}

    /** TCP port that is served, or -1. */
    int port();

    @Override
    void close();
}
