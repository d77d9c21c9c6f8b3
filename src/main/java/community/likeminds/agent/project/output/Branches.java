package community.likeminds.agent.project.output;

import community.likeminds.agent.shared.Remote;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands work over as a git branch with one commit a step. */
@Remote(limit = Remote.Limit.RUN)
public interface Branches {

    /** What a run's note of a branch begins with, {@link Prepared#text()} following: whoever undoes the run takes the branch back. */
    String NOTE = "branch ";

    /**
     * Makes a branch on the present commit and commits the steps to it; the branch is checked out afterwards.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code not-a-repository}, {@code branch-exists}, {@code branch-invalid},
     *     {@code index-dirty}, {@code repository-busy}, {@code nothing-to-commit}
     */
    default void commit(Path project, String branch, List<Commit> commits) {
        publish(project, prepare(project, branch, commits));
    }

    /** Makes the commits, which nothing refers to yet; throws as {@link #commit}. */
    Prepared prepare(Path project, String branch, List<Commit> commits);

    /** Makes the branch and checks it out. Can be repeated after an interruption. */
    void publish(Path project, Prepared prepared);

    /**
     * Takes a branch back: what was checked out before is so again, and the branch is gone. Leaves alone what somebody went on
     * with. Can be repeated after an interruption.
     */
    void withdraw(Path project, Prepared prepared);

    /**
     * @param message conventional commit message, its body naming the passages
     * @param files paths below the project's root with their content after this step; null content deletes
     */
    record Commit(String message, Map<String, byte @Nullable []> files) {}

    /**
     * Commits that are made, as they can be noted in a run.
     *
     * @param branch short name
     * @param tip id of the last commit
     * @param formerHead what was checked out before: a reference, or a commit's id
     * @param files paths below the project's root
     */
    record Prepared(String branch, String tip, String formerHead, List<String> files) {

        public Prepared {
            files = List.copyOf(files);
        }

        /** One field a line. */
        public String text() {
            return branch + "\n" + tip + "\n" + formerHead + "\n" + String.join("\n", files);
        }

        public static Prepared parse(String text) {
            List<String> lines = text.lines().toList();
            return new Prepared(lines.get(0), lines.get(1), lines.get(2), lines.subList(3, lines.size()));
        }
    }
}
