package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads projects built by Gradle, Groovy or Kotlin, with modules and version catalogs; Android ones as well. */
final class GradleInspector {

    static final List<String> BUILDS = List.of("build.gradle.kts", "build.gradle");
    static final List<String> SETTINGS = List.of("settings.gradle.kts", "settings.gradle");
    private static final Pattern COORDINATE = Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([\\w.$\\{\\}+-]+))?(?:@\\w+)?[\"']");
    private static final Pattern APPLICATION = Pattern.compile("com\\.android\\.application|org\\.springframework\\.boot|\\bapplication\\b\\s*(?:\\{|`|$)|io\\.quarkus|[\"']application[\"']|`application`|mainClass");
    private static final Pattern COMPILE_SDK = Pattern.compile("\\bcompileSdk(?:Version)?\\s*[=(]?\\s*(\\d+|[\\w.]+\\.get\\(\\)(?:\\.toInt\\(\\))?)");
    private static final Pattern MIN_SDK = Pattern.compile("\\bminSdk(?:Version)?\\s*[=(]?\\s*(\\d+)");
    private static final Pattern NAMESPACE = Pattern.compile("\\bnamespace\\s*=?\\s*[\"']([\\w.]+)[\"']");

    private final Inspection inspection;
    private final ProjectFiles files;
    private final VersionCatalog catalog;

    GradleInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
        this.catalog = VersionCatalog.of(files);
    }

    ProjectProfile inspect() {
        Facts facts = inspection.facts();
        String root = files.first(BUILDS);
        facts.seen("package-manager", "gradle", files.first(List.of(root, files.first(SETTINGS), "gradlew")));
        String app = module(root);
        String manifest = files.first(BUILDS.stream().map(name -> at(app, name)).toList());
        if (manifest.isEmpty()) {
            manifest = root;
        }
        facts.concluded("build-language", manifest.endsWith(".kts") ? "kotlin" : "groovy", manifest, "");
        List<String> builds = manifest.equals(root) || root.isEmpty() ? List.of(manifest) : List.of(manifest, root);
        String own = expanded(manifest);
        Map<String, String> dependencies = dependencies(own);
        catalog.used(files.text(manifest)).forEach(dependencies::putIfAbsent);
        String build = own + (builds.size() > 1 ? shared(expanded(root)) : "");
        JvmVersions.describe(files, builds, facts);
        if (files.has("gradlew")) {
            facts.seen("build-wrapper", "gradlew", "gradlew");
        }
        Map<String, String> roles = new LinkedHashMap<>();
        put(roles, "settings", files.first(SETTINGS));
        put(roles, "version-catalog", files.has(VersionCatalog.FILE) ? VersionCatalog.FILE : "");
        put(roles, "root-build", app.isEmpty() ? "" : root);
        if (build.contains("com.android.")) {
            android(app, manifest, build, roles);
        }
        return JvmProfile.of(inspection, app, "gradle", manifest, builds, build, dependencies, roles);
    }

    private String module(String root) {
        WorkspaceGlobs includes = WorkspaceGlobs.of(files.root());
        List<Member> members = new ArrayList<>();
        for (String folder : includes.globs()) {
            String build = files.first(BUILDS.stream().map(name -> at(folder, name)).toList());
            if (!build.isEmpty()) {
                boolean runs = APPLICATION.matcher(expanded(build)).find();
                members.add(new Member(folder, "", runs));
                inspection.facts().concluded("workspace-part", folder, includes.seenOf(folder), members.getLast().kind());
            }
        }
        boolean rootRuns = members.isEmpty() || !root.isEmpty() && files.paths().stream().anyMatch(path -> path.startsWith("src/main/"));
        MemberChoice choice = MemberChoice.of(members, rootRuns, inspection.given(), inspection.request());
        inspection.facts().concluded("application", choice.folder(), files.first(SETTINGS), choice.why());
        return choice.folder();
    }

    /** A build file without comments, with the ids of the plug-ins that it takes from the catalog behind it. */
    private String expanded(String path) {
        if (path.isEmpty() || !files.has(path)) {
            return "";
        }
        String text = files.text(path).replaceAll("(?m)(?<![:\"'])//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
        return text + "\n" + String.join("\n", catalog.plugins(text));
    }

    /** What the root's build says for all parts; a plug-in that it only makes known is not applied. */
    private static String shared(String root) {
        return root.lines().filter(line -> !line.matches(".*\\bapply\\s*\\(?\\s*false.*")).filter(line -> !line.startsWith("com.android.")).reduce("", (a, b) -> a + "\n" + b);
    }

    private static Map<String, String> dependencies(String build) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = COORDINATE.matcher(build);
        while (matcher.find()) {
            found.put(matcher.group(1) + ":" + matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
        }
        return found;
    }

    private void android(String app, String manifest, String build, Map<String, String> roles) {
        Facts facts = inspection.facts();
        fact("compile-sdk", COMPILE_SDK, manifest);
        fact("min-sdk", MIN_SDK, manifest);
        fact("namespace", NAMESPACE, manifest);
        Pattern compose = Pattern.compile("\\bcompose\\s*=?\\s*true|org\\.jetbrains\\.kotlin\\.plugin\\.compose|kotlin[.-]compose");
        List<String> layouts = files.matching(path -> path.startsWith(at(app, "src/main/res/layout/")));
        if (compose.matcher(build).find()) {
            facts.seen("ui", "compose", files.place(manifest, compose));
        }
        if (!layouts.isEmpty()) {
            facts.concluded("ui", "views", layouts.getFirst(), layouts.size() + " layouts in XML.");
        }
        String file = at(app, "src/main/AndroidManifest.xml");
        if (files.has(file)) {
            roles.put("android-manifest", file);
            String text = files.text(file);
            put(roles, "application-class", source(app, "(?s)<application\\b[^>]*?android:name=\"([^\"]+)\"", text));
            put(roles, "main-activity", source(app, "(?s)<activity\\b[^>]*?android:name=\"([^\"]+)\"(?:(?!</activity>).)*?android\\.intent\\.action\\.MAIN", text));
        }
    }

    private String source(String app, String pattern, String manifest) {
        Matcher named = Pattern.compile(pattern).matcher(manifest);
        if (!named.find()) {
            return "";
        }
        String name = named.group(1).substring(named.group(1).lastIndexOf('.') + 1);
        return files.matching(path -> path.startsWith(at(app, "src/main/")) && (path.endsWith("/" + name + ".kt") || path.endsWith("/" + name + ".java")))
                .stream().findFirst().orElse("");
    }

    private void fact(String name, Pattern pattern, String path) {
        Matcher found = pattern.matcher(files.text(path));
        if (found.find()) {
            inspection.facts().seen(name, catalog.version(found.group(1)), files.place(path, pattern));
        }
    }

    private static void put(Map<String, String> roles, String role, String path) {
        if (!path.isEmpty()) {
            roles.put(role, path);
        }
    }
}
