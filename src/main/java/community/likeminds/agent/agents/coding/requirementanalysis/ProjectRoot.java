package community.likeminds.agent.agents.coding.requirementanalysis;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a given folder belongs: the root of the workspace that declares it as a part, because dependencies are installed and locked there.
 *
 * @param root the workspace's root, or the given folder itself
 * @param app the given folder below the root, or empty
 */
record ProjectRoot(Path root, String app) {

    private static final int HIGHEST = 6;

    static ProjectRoot of(Path given) {
        Path root = given;
        Path above = given;
        for (int i = 0; i < HIGHEST && !Files.exists(above.resolve(".git")); i++) {
            Path parent = above.getParent();
            if (parent == null) {
                break;
            }
            above = parent;
            if (WorkspaceGlobs.of(above).contains(slashes(above.relativize(root)))) {
                root = above;
            }
        }
        return new ProjectRoot(root, slashes(root.relativize(given)));
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
