package community.likeminds.agent.project.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a project is built.
 *
 * @param folder where
 * @param arguments program and arguments
 * @param environment what this build needs beside the project's own
 * @param typeCheckOnly whether it only checks types, so that errors in untouched files are no failure of the integration
 */
record BuildCommand(Path folder, List<String> arguments, Map<String, String> environment, boolean typeCheckOnly) {

    static BuildCommand of(Path folder, List<String> arguments) {
        return new BuildCommand(folder, arguments, Map.of(), false);
    }

    String text() {
        return String.join(" ", arguments);
    }
}
