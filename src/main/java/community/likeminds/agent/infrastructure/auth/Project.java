package community.likeminds.agent.infrastructure.auth;

import java.time.Instant;
import java.util.List;

/**
 * A folder that an organisation works on.
 *
 * @param id stable; grants name it
 * @param name unique within the organisation
 * @param folder its real path on the machine of the server
 * @param owner id of the account that registered it or was given it
 */
public record Project(String id, String name, String folder, String owner, Settings settings, Instant createdAt) {

    /**
     * What holds for every piece of work on the project that says nothing else.
     *
     * @param docs locations of documentation
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
     */
    public record Settings(List<String> docs, List<String> skip) {

        public static final Settings NONE = new Settings(List.of(), List.of());

        public Settings {
            docs = List.copyOf(docs);
            skip = List.copyOf(skip);
        }
    }
}
