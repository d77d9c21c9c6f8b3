package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Parsed pages and inspected projects. */
final class Given {

    private Given() {}

    static Page page(String path, String text) {
        return PageParser.parse("docs", path, text.getBytes(StandardCharsets.UTF_8));
    }

    static ProjectProfile project(Path root) {
        return new ProjectInspector().inspect(root, "");
    }

    static Workspace files(Path root) {
        return new Workspace(ProjectFiles.scan(root));
    }
}
