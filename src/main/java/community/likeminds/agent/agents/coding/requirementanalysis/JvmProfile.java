package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Maven and Gradle projects have in common: framework, language, sources by role. */
final class JvmProfile {

    private static final Pattern MAIN = Pattern.compile("@SpringBootApplication\\b|\\bstatic void main\\(|\\bvoid main\\(\\s*\\)|(?m)^\\s*fun main\\(");
    private static final int MOST_LOOKED_INTO = 4_000;

    private JvmProfile() {}

    /**
     * @param builds build files, the application's own first
     * @param build their text without comments, plug-ins of a version catalog resolved
     * @param more roles that the build tool knows
     */
    static ProjectProfile of(
            Inspection inspection, String app, String tool, String manifest, List<String> builds, String build, Map<String, String> dependencies,
            Map<String, String> more) {
        ProjectFiles files = inspection.files();
        boolean android = build.contains("com.android.application") || build.contains("com.android.library")
                || files.has(at(app, "src/main/AndroidManifest.xml"));
        boolean spring = build.contains("org.springframework.boot") || dependencies.keySet().stream().anyMatch(name -> name.startsWith("org.springframework.boot:"));
        String framework = android ? "android" : spring ? "spring-boot" : build.contains("io.quarkus") ? "quarkus"
                : build.contains("io.micronaut") ? "micronaut" : build.contains("io.ktor") ? "ktor" : "java";
        String sign = switch (framework) {
            case "android" -> "com.android.";
            case "spring-boot" -> "org.springframework.boot";
            case "quarkus" -> "io.quarkus";
            case "micronaut" -> "io.micronaut";
            case "ktor" -> "io.ktor";
            default -> "";
        };
        String told = builds.stream().filter(path -> !sign.isEmpty() && files.has(path) && files.text(path).contains(sign)).findFirst().orElse(manifest);
        if (sign.isEmpty()) {
            inspection.facts().concluded("framework", framework, told, "No framework is among the dependencies and plug-ins.");
        } else {
            inspection.seen("framework", framework, told, sign);
        }
        String language = language(inspection, app);
        if (spring) {
            web(inspection, build, builds);
        }
        List<String> platforms = new ArrayList<>(List.of(framework));
        if (spring) {
            platforms.add("spring");
        }
        platforms.add(language);
        if (language.equals("kotlin") && !android) {
            platforms.add("java");
        }
        platforms.add(tool);
        Map<String, String> roles = new LinkedHashMap<>(roles(inspection, app));
        roles.putAll(more);
        return new ProjectProfile(
                files.root().toString(), app, tool, framework, platforms.stream().distinct().toList(), language, tool, "", manifest, roles,
                dependencies, "", "", inspection.git());
    }

    private static String language(Inspection inspection, String app) {
        long java = 0;
        long kotlin = 0;
        String first = "";
        for (String path : inspection.files().paths()) {
            if (path.startsWith(app.isEmpty() ? "" : app + "/") && path.contains("src/")) {
                kotlin += path.endsWith(".kt") ? 1 : 0;
                java += path.endsWith(".java") ? 1 : 0;
                first = first.isEmpty() && path.endsWith(".kt") ? path : first;
            }
        }
        if (kotlin > 0) {
            inspection.facts().concluded("language", "kotlin", first, kotlin + " Kotlin and " + java + " Java files.");
            return "kotlin";
        }
        inspection.facts().concluded("language", "java", "", java + " Java files, none of Kotlin.");
        return "java";
    }

    private static void web(Inspection inspection, String build, List<String> builds) {
        String style = build.contains("spring-boot-starter-webflux") ? "webflux"
                : build.contains("spring-boot-starter-web") ? "mvc" : "";
        if (!style.isEmpty()) {
            String literal = style.equals("webflux") ? "spring-boot-starter-webflux" : "spring-boot-starter-web";
            String place = builds.stream().filter(path -> inspection.files().text(path).contains(literal)).findFirst().orElse(builds.getFirst());
            inspection.seen("web", style, place, literal);
        }
    }

    private static Map<String, String> roles(Inspection inspection, String app) {
        ProjectFiles files = inspection.files();
        Map<String, String> roles = new LinkedHashMap<>();
        String resources = at(app, "src/main/resources/");
        String properties = files.first(List.of(
                resources + "application.properties", resources + "application.yml", resources + "application.yaml",
                resources + "config/application.properties", resources + "config/application.yml", resources + "application.conf"));
        if (!properties.isEmpty()) {
            roles.put("application-config", properties);
        }
        mainClass(files, app).ifPresent(path -> roles.put("main-class", path));
        return roles;
    }

    /** The class that starts the application; Spring's own mark before a mere {@code main}. */
    static Optional<String> mainClass(ProjectFiles files, String app) {
        Pattern sources = Pattern.compile(Pattern.quote(at(app, "")) + "src/(?:main|\\w+Main)/.*\\.(?:java|kt)");
        return files.paths().stream()
                .filter(path -> (path.endsWith(".java") || path.endsWith(".kt")) && sources.matcher(path).matches())
                .limit(MOST_LOOKED_INTO)
                .filter(path -> MAIN.matcher(files.text(path)).find())
                .min(Comparator.comparing((String path) -> !files.text(path).contains("@SpringBootApplication"))
                        .thenComparing(path -> path));
    }
}
