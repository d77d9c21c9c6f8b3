package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile.GitState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What git says of a project. Only a repository at the project's own root counts. */
final class GitInspector {

    private static final Logger log = LoggerFactory.getLogger(GitInspector.class);

    GitState state(Path root) {
        if (!Files.exists(root.resolve(".git"))) {
            return GitState.NONE;
        }
        try (Git git = Git.open(root.toFile())) {
            return git.status().call().isClean() ? GitState.CLEAN : GitState.DIRTY;
        } catch (IOException | GitAPIException error) {
            log.info("git state of {} unknown: {}", root, error.getMessage());
            return GitState.NONE;
        }
    }
}
