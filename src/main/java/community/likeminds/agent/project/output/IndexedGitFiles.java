package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Asks the repository's index, and the ignore files between the project's root and the file. */
final class IndexedGitFiles implements GitFiles {

    @Override
    public boolean tracked(Path project, String path) {
        try {
            Path root = project.toRealPath();
            FileRepositoryBuilder builder = new FileRepositoryBuilder().readEnvironment().findGitDir(root.toFile());
            if (builder.getGitDir() == null) {
                return false;
            }
            try (Repository repository = builder.setMustExist(true).build()) {
                if (repository.isBare()) {
                    return false;
                }
                Path below = repository.getWorkTree().toPath().toRealPath().relativize(root.resolve(path));
                return repository.readDirCache().getEntry(below.toString().replace('\\', '/')) != null;
            }
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE, "git-failed", "The git repository of " + project + " could not be read (" + failure.getMessage() + ").",
                    "Check that the repository is whole, for example with 'git status'.", failure);
        }
    }

    @Override
    public boolean ignored(Path project, String path) {
        Boolean ignored = null;
        for (int slash = -1; slash < path.length(); slash = path.indexOf('/', slash + 1)) {
            // A deeper file has the last word.
            Boolean here = rule(project.resolve(path.substring(0, Math.max(0, slash))).resolve(".gitignore"), path.substring(slash + 1));
            ignored = here == null ? ignored : here;
            if (path.indexOf('/', slash + 1) < 0) {
                break;
            }
        }
        return Boolean.TRUE.equals(ignored);
    }

    private static @org.jspecify.annotations.Nullable Boolean rule(Path file, String path) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        IgnoreNode node = new IgnoreNode();
        try (InputStream rules = Files.newInputStream(file)) {
            node.parse(rules);
        } catch (IOException failure) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT, "project-file-unreadable", "The file " + file + " of the project cannot be read.",
                    "Check its permissions.", failure);
        }
        return node.checkIgnored(path, false);
    }
}
