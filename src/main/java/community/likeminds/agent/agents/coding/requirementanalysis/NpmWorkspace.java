package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The parts of a JavaScript repository, and which of them is meant. */
final class NpmWorkspace {

    private static final Set<String> RUNS = Set.of("dev", "start", "serve", "preview", "develop");
    private static final Set<String> FRAMEWORKS = Set.of(
            "next", "nuxt", "astro", "@sveltejs/kit", "@angular/core", "@react-router/dev", "@remix-run/dev", "gatsby", "expo", "react-scripts", "@nestjs/core",
            "express", "fastify", "koa", "hono");

    private final Inspection inspection;
    private final ProjectFiles files;
    private final Function<String, JsonNode> manifests;

    NpmWorkspace(Inspection inspection, Function<String, JsonNode> manifests) {
        this.inspection = inspection;
        this.files = inspection.files();
        this.manifests = manifests;
    }

    /** Path of the application below the root, or empty when the root itself is the application. */
    String application(JsonNode root) {
        WorkspaceGlobs globs = WorkspaceGlobs.of(files.root());
        List<Member> members = members(globs);
        for (Member member : members) {
            inspection.facts().concluded("workspace-part", member.folder(), globs.seenOf(member.folder()),
                    member.kind());
        }
        boolean ownSources = files.has("index.html") || files.paths().stream().anyMatch(path -> path.matches("(?:src|app|pages)/.+") && members.stream().noneMatch(member -> path.startsWith(member.folder() + "/")));
        boolean rootRuns = members.isEmpty() || files.has("index.html") || ownSources && FRAMEWORKS.stream().anyMatch(name -> declares(root, name));
        MemberChoice choice = MemberChoice.of(members, rootRuns, inspection.given(), inspection.request());
        if (!choice.why().isEmpty()) {
            inspection.facts().concluded("application", choice.folder().isEmpty() ? "." : choice.folder(),
                    choice.folder().isEmpty() ? "package.json" : globs.seenOf(choice.folder()), choice.why());
        }
        return choice.folder();
    }

    List<Member> members(WorkspaceGlobs globs) {
        List<Member> members = new ArrayList<>();
        boolean nx = files.has("nx.json");
        for (String path : files.paths()) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
            if (folder.isEmpty() || members.stream().anyMatch(member -> member.folder().equals(folder))) {
                continue;
            }
            if (file.equals("package.json") && globs.contains(folder)) {
                JsonNode manifest = manifests.apply(path);
                members.add(new Member(folder, manifest.path("name").asString(""), runs(manifest, folder)));
            } else if (nx && file.equals("project.json")) {
                // Nx keeps one package.json for all; a part says itself whether it is an application.
                members.add(new Member(folder, nx(path, "name"), nx(path, "projectType").equals("application")));
            }
        }
        return members;
    }

    private boolean runs(JsonNode manifest, String folder) {
        // What stands below apps/ is an application by the convention of every monorepo tool.
        return folder.matches("(?:apps?|services|sites)/.*") || files.has(at(folder, "index.html"))
                || RUNS.stream().anyMatch(name -> manifest.path("scripts").has(name) && !manifest.path("scripts").path(name).asString("").matches(".*(?:--watch|storybook).*"))
                || FRAMEWORKS.stream().anyMatch(name -> manifest.path("dependencies").has(name));
    }

    private static boolean declares(JsonNode manifest, String name) {
        return manifest.path("dependencies").has(name) || manifest.path("devDependencies").has(name);
    }

    private String nx(String path, String field) {
        try {
            return Json.lenient().readTree(files.text(path)).path(field).asString("");
        } catch (JacksonException broken) {
            return "";
        }
    }
}
