package community.likeminds.agent.processors.code;

import java.util.List;
import java.util.Map;

/**
 * What the files of a project tell about how it is made.
 *
 * @param languages lines of code by language
 * @param builds its build files
 */
public record ProjectFacts(Map<String, Integer> languages, List<Build> builds) {

    public ProjectFacts {
        languages = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(languages));
        builds = List.copyOf(builds);
    }

    /**
     * @param path of the build file below the root
     * @param tool what reads it: {@code npm}, {@code maven}, {@code gradle}, {@code cocoapods}, ...
     * @param name of what it builds, or empty
     * @param dependencies versions, as written, by name; empty where none is given
     */
    public record Build(String path, String tool, String name, Map<String, String> dependencies) {
        public Build {
            dependencies = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(dependencies));
        }
    }
}
