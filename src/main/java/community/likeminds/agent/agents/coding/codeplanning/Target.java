package community.likeminds.agent.agents.coding.codeplanning;

/**
 * The file of this project that a documented block is about.
 *
 * @param path below the project's root
 * @param named the file as the guide names it, or empty when it names none
 * @param why one sentence
 */
record Target(String path, String named, String why) {

    static final Target NONE = new Target("", "", "");

    boolean found() {
        return !path.isEmpty();
    }
}
