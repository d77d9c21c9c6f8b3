package community.likeminds.agent.project.output;

import java.nio.file.Path;

/** The real change sets and branches, for tests of modules that use them. */
public final class RealOutput {

    private RealOutput() {}

    public static ChangeSets changeSets(Path data) {
        return new JournaledChangeSets(data);
    }

    public static Branches branches() {
        return new GitBranches();
    }
}
