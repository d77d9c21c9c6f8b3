package community.likeminds.agent.agents.coding.requirementanalysis;

/**
 * A part of a repository that holds several.
 *
 * @param folder path below the root
 * @param name what its manifest calls it, or empty
 * @param application whether it runs by itself; a library does not
 */
record Member(String folder, String name, boolean application) {

    static final String APPLICATION = "An application.";
    static final String LIBRARY = "A library.";

    String kind() {
        return application ? APPLICATION : LIBRARY;
    }

    /** The last part of its folder. */
    String shortName() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
