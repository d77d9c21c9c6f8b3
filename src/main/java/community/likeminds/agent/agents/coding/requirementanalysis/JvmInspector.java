package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.GitState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads projects built by Maven or Gradle. */
final class JvmInspector {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*(?:<!--.*?-->\\s*)?<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?",
            Pattern.DOTALL);
    private static final Pattern COORDINATE = Pattern.compile("[\"']([\\w.-]+):([\\w.-]+)(?::([\\w.$\\{\\}-]+))?[\"']");

    private static final Pattern CATALOG = Pattern.compile("(?m)^([\\w-]+)\\s*=\\s*(?:\\{[^}\\n]*module\\s*=\\s*)?\"([\\w.-]+:[\\w.-]+)(?::[^\"]*)?\"");

    private final ProjectFiles files;
    private final GitState git;

    JvmInspector(ProjectFiles files, GitState git) {
        this.files = files;
        this.git = git;
    }

    ProjectProfile inspect() {
        boolean maven = files.has("pom.xml");
        String manifest = maven ? "pom.xml" : files.first(List.of("build.gradle.kts", "build.gradle"));
        String build = files.text(manifest);
        Map<String, String> dependencies = dependencies(build, maven);
        catalog(build, dependencies);
        boolean android = build.contains("com.android.application") || build.contains("com.android.library")
                || files.has("app/src/main/AndroidManifest.xml");
        boolean spring = build.contains("org.springframework.boot");
        boolean kotlin = files.paths().stream().anyMatch(path -> path.endsWith(".kt"));
        String framework = android ? "android" : spring ? "spring-boot" : build.contains("io.quarkus") ? "quarkus"
                : build.contains("io.micronaut") ? "micronaut" : "java";
        String language = kotlin ? "kotlin" : "java";
        List<String> platforms = new ArrayList<>(List.of(framework));
        if (spring) {
            platforms.add("spring");
        }
        platforms.add(language);
        if (kotlin && !android) {
            platforms.add("java");
        }
        platforms.add(maven ? "maven" : "gradle");
        return new ProjectProfile(
                files.root().toString(), "", maven ? "maven" : "gradle", framework, platforms, language,
                maven ? "maven" : "gradle", "", manifest, roles(), dependencies, "", "", git);
    }

    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        String properties = files.first(List.of(
                "src/main/resources/application.properties", "src/main/resources/application.yml",
                "src/main/resources/application.yaml"));
        if (!properties.isEmpty()) {
            roles.put("application-config", properties);
        }
        files.matching(path -> path.startsWith("src/main/") && (path.endsWith(".java") || path.endsWith(".kt"))).stream()
                .filter(path -> files.text(path).matches("(?s).*(@SpringBootApplication\\b|\\bstatic void main\\().*"))
                .min(java.util.Comparator.comparing((String path) -> !files.text(path).contains("@SpringBootApplication")))
                .ifPresent(path -> roles.put("main-class", path));
        if (files.has("gradle/libs.versions.toml")) {
            roles.put("version-catalog", "gradle/libs.versions.toml");
        }
        return roles;
    }

    /** Libraries of the version catalog that the build uses. */
    private void catalog(String build, Map<String, String> dependencies) {
        if (!files.has("gradle/libs.versions.toml")) {
            return;
        }
        Matcher entry = CATALOG.matcher(files.text("gradle/libs.versions.toml"));
        while (entry.find()) {
            String accessor = "libs." + entry.group(1).replaceAll("[-_]", ".");
            if (Pattern.compile("(?<![\\w.])" + Pattern.quote(accessor) + "(?![\\w.])").matcher(build).find()) {
                dependencies.putIfAbsent(entry.group(2), "");
            }
        }
    }

    private static Map<String, String> dependencies(String build, boolean maven) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = (maven ? DEPENDENCY : COORDINATE).matcher(build);
        while (matcher.find()) {
            String version = matcher.group(3);
            found.put(matcher.group(1).strip() + ":" + matcher.group(2).strip(), version == null ? "" : version.strip());
        }
        return found;
    }
}
