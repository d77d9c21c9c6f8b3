package community.likeminds.agent.cli;

/** The running application as commands see it. */
public interface Services extends AutoCloseable {

    /**
     * The implementation of a module's interface.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code role-absent} when this process does not run it
     */
    <T> T get(Class<T> type);

    /** TCP port that is served, or -1. */
    int port();

    @Override
    void close();
}
