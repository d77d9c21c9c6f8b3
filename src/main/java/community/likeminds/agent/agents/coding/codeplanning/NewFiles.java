package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.DocumentedCode;

/** Makes code of a guide fit to be a new file of the project: its language, its style, its module system. */
final class NewFiles {

    private final ProjectProfile project;
    private final Workspace files;
    private final DocumentedCode code;

    NewFiles(ProjectProfile project, Workspace files, DocumentedCode code) {
        this.project = project;
        this.files = files;
        this.code = code;
    }

    String adapted(String text, String language, String path) {
        String sample = project.roles().getOrDefault("entry", project.roles().getOrDefault("layout", project.roles().getOrDefault("server", "")));
        String adapted = code.adapt(text, language, path, sample.isEmpty() ? "" : files.text(sample), project.modules().equals("esm"));
        return adapted.endsWith("\n") ? adapted : adapted + "\n";
    }
}
