package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads projects built by Maven, also of several modules. */
final class MavenInspector {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?", Pattern.DOTALL);
    /** What is only given a version, and what the build's plug-ins need: neither is a dependency. */
    private static final Pattern MANAGED = Pattern.compile("(?s)<(dependencyManagement|plugin)>.*?</\\1>");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern ARTIFACT = Pattern.compile("(?s)^(?:(?!<dependenc|<build>|<parent>|<modules>).|<parent>.*?</parent>)*?<artifactId>\\s*([^<]+?)\\s*</artifactId>");

    private final Inspection inspection;
    private final ProjectFiles files;

    MavenInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    ProjectProfile inspect() {
        Facts facts = inspection.facts();
        facts.seen("package-manager", "maven", "pom.xml");
        String app = module();
        String manifest = at(app, "pom.xml");
        String own = pom(manifest);
        String all = app.isEmpty() ? own : own + pom("pom.xml");
        Map<String, String> dependencies = new LinkedHashMap<>();
        Matcher dependency = DEPENDENCY.matcher(MANAGED.matcher(own).replaceAll(""));
        while (dependency.find()) {
            dependencies.put(dependency.group(1).strip() + ":" + dependency.group(2).strip(),
                    dependency.group(3) == null ? "" : dependency.group(3).strip());
        }
        List<String> builds = app.isEmpty() ? List.of(manifest) : List.of(manifest, "pom.xml");
        JvmVersions.describe(files, builds, facts);
        if (files.has("mvnw")) {
            facts.seen("build-wrapper", "mvnw", "mvnw");
        }
        return JvmProfile.of(inspection, app, "maven", manifest, builds, all, dependencies, Map.of());
    }

    private String module() {
        WorkspaceGlobs modules = WorkspaceGlobs.of(files.root());
        List<Member> members = new ArrayList<>();
        for (String path : files.paths()) {
            String folder = path.endsWith("/pom.xml") ? path.substring(0, path.length() - "/pom.xml".length()) : "";
            if (!folder.isEmpty() && declared(folder, modules) && !pom(path).contains("<packaging>pom</packaging>")) {
                Matcher artifact = ARTIFACT.matcher(pom(path));
                members.add(new Member(folder, artifact.find() ? artifact.group(1) : "", runs(folder, pom(path))));
                inspection.facts().concluded("workspace-part", folder, path, members.getLast().kind());
            }
        }
        MemberChoice choice = MemberChoice.of(members, members.isEmpty(), inspection.given(), inspection.request());
        inspection.facts().concluded("application", choice.folder(), "pom.xml", choice.why());
        return choice.folder();
    }

    /** A module, or a module of a module. */
    private boolean declared(String folder, WorkspaceGlobs modules) {
        if (modules.contains(folder)) {
            return true;
        }
        int slash = folder.lastIndexOf('/');
        return slash > 0 && declared(folder.substring(0, slash), modules)
                && pom(folder.substring(0, slash) + "/pom.xml").contains("<module>" + folder.substring(slash + 1) + "</module>");
    }

    private boolean runs(String folder, String pom) {
        return pom.contains("spring-boot-maven-plugin") || pom.contains("quarkus-maven-plugin") || pom.contains("<packaging>war</packaging>")
                || pom.contains("<mainClass>") || JvmProfile.mainClass(files, folder).isPresent();
    }

    private String pom(String path) {
        return files.has(path) ? COMMENT.matcher(files.text(path)).replaceAll("") : "";
    }
}
