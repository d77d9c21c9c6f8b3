package community.likeminds.agent.project.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands work over as a git branch with one commit a step. */
public interface Branches {

    /**
     * Makes a branch on the present commit and commits the steps to it; the branch is checked out afterwards.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code not-a-repository}, {@code branch-exists}, {@code branch-invalid},
     *     {@code index-dirty}, {@code repository-busy}, {@code nothing-to-commit}
     */
    void commit(Path project, String branch, List<Commit> commits);

    /**
     * @param message conventional commit message, its body naming the passages
     * @param files paths below the project's root with their content after this step; null content deletes
     */
    record Commit(String message, Map<String, byte @Nullable []> files) {}
}
