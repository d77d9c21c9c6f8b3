package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile.GitState;

/**
 * What every inspector works on.
 *
 * @param files files of the whole repository
 * @param git state of the repository
 * @param given application that a person gave, below the root, or empty
 * @param request what is wanted, or empty
 * @param facts collects what is found
 */
record Inspection(ProjectFiles files, GitState git, String given, String request, Facts facts) {

    /** A path below an application, as a path below the root. */
    static String at(String app, String path) {
        return app.isEmpty() ? path : app + "/" + path;
    }

    /** A fact with the place where a text stands in a file. */
    void seen(String name, String value, String path, String literal) {
        facts.seen(name, value, files.place(path, literal));
    }
}
