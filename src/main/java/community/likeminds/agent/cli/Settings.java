package community.likeminds.agent.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command line decides about the application that it starts.
 *
 * @param data folder that holds the state
 * @param verbose whether logging is detailed
 * @param server how to serve, or null for a single command
 */
public record Settings(Path data, boolean verbose, @Nullable Server server) {

    /**
     * @param port TCP port on the loopback interface, 0 for any free one
     * @param projects folders below which the default organisation may change projects over REST
     * @param organisationProjects the same for other organisations, one folder for each id
     * @param roles names of roles and groups, separated by commas; empty for what the configuration says, which is all when it says nothing
     * @param local whether nobody has to sign in; otherwise the configuration decides
     */
    public record Server(int port, List<Path> projects, Map<String, Path> organisationProjects, String roles, boolean local) {

        public Server {
            projects = List.copyOf(projects);
            organisationProjects = Map.copyOf(organisationProjects);
        }

        /** Without folders of other organisations. */
        public Server(int port, List<Path> projects, String roles, boolean local) {
            this(port, projects, Map.of(), roles, local);
        }

        /** With the roles that the configuration names. */
        public Server(int port, List<Path> projects) {
            this(port, projects, "", false);
        }
    }
}
