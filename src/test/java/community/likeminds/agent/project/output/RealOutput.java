package community.likeminds.agent.project.output;

import community.likeminds.agent.infrastructure.secrets.RealSecrets;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The real change sets and branches, for tests of modules that use them. */
public final class RealOutput {

    private RealOutput() {}

    public static ChangeSets changeSets(Path data) {
        return changeSets(data, deed -> {});
    }

    public static KeptTasks keptTasks(Path data, SecretEncryption encryption) {
        return new CheckpointValues(data, encryption);
    }

    public static Branches branches() {
        return new GitBranches();
    }

    public static GitFiles gitFiles() {
        return new IndexedGitFiles();
    }

    /** Told after every deed that reaches the disk. */
    public static ChangeSets changeSets(Path data, Consumer<String> reached) {
        return new JournaledChangeSets(data, new GitBranches(reached::accept), RealSecrets.in(data), reached::accept);
    }

    /** Told after every deed that reaches the disk. */
    public static Branches branches(Consumer<String> reached) {
        return new GitBranches(reached::accept);
    }
}
