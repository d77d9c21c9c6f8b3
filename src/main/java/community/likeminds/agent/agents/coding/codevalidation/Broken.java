package community.likeminds.agent.agents.coding.codevalidation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a check found broken, and what may be changed to mend it.
 *
 * @param output what the check said
 * @param texts changed files as they are now, by path below the project's root
 * @param before what those of them that were there said before the run
 * @param root folder of the project
 * @param app application below it, or empty
 * @param exporters packages that publish a name, by the name and the file that would import it
 */
record Broken(
        String output, Map<String, String> texts, Map<String, String> before, Path root, String app, BiFunction<String, String, List<String>> exporters) {

    Broken {
        texts = Map.copyOf(texts);
        before = Map.copyOf(before);
    }

    /** Whether a line stands in a file only since the run. */
    boolean added(String path, String line) {
        String was = before.get(path);
        return was == null || was.lines().map(String::strip).noneMatch(Set.of(line.strip())::contains);
    }

    boolean created(String path) {
        return !before.containsKey(path);
    }
}
