package community.likeminds.agent.cli;

/** Entry of the command line. */
public final class LikemindsCli {

    private LikemindsCli() {}

    /** Runs a command line and returns its exit status. */
    public static int run(String[] arguments) {
        System.out.println("likeminds");
        return arguments.length == 0 ? 0 : 2;
    }
}
