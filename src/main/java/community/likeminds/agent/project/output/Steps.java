package community.likeminds.agent.project.output;

/** Told after every deed that reaches the disk; lets a test end the process there. */
@FunctionalInterface
interface Steps {

    Steps UNWATCHED = deed -> {};

    void reached(String deed);
}
