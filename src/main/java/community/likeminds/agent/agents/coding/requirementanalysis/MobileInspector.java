package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises Flutter, Dart and Apple projects by their files. */
final class MobileInspector {

    private static final Pattern PUB_ENTRY = Pattern.compile("^  ([a-z_][a-z0-9_]*):\\s*([^#\\n]*)");
    private static final Pattern POD = Pattern.compile("(?m)^\\s*pod\\s+[\"']([^\"']+)[\"'](?:\\s*,\\s*[\"']([^\"']+)[\"'])?");
    private static final Pattern SWIFT = Pattern.compile("(?s)\\.package\\((?:(?!\\.package).)*?url:\\s*\"([^\"]+)\"\\s*,\\s*(?:from:\\s*|exact:\\s*|\\.upToNextM\\w+\\(from:\\s*)?\"?([\\w.]*)");
    private static final Pattern REMOTE = Pattern.compile("repositoryURL\\s*=\\s*\"([^\"]+)\"(?:[^}]*?minimumVersion\\s*=\\s*([\\w.]+))?");
    private static final Pattern PLATFORM = Pattern.compile("(?m)^\\s*platform\\s+:ios\\s*,\\s*[\"']([\\d.]+)|\\.iOS\\(\\.v(\\d+)|IPHONEOS_DEPLOYMENT_TARGET = ([\\d.]+)");
    private static final Pattern DART_SDK = Pattern.compile("(?m)^  sdk:\\s*[\"']?([^\"'#\\n]+)");

    private final Inspection inspection;
    private final ProjectFiles files;

    MobileInspector(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
    }

    ProjectProfile pub() {
        String text = files.text("pubspec.yaml");
        boolean flutter = Pattern.compile("(?m)^  flutter:\\s*$").matcher(text).find();
        inspection.facts().seen("package-manager", "pub", "pubspec.yaml");
        inspection.facts().seen("language", "dart", "pubspec.yaml");
        inspection.seen("framework", flutter ? "flutter" : "dart", "pubspec.yaml", flutter ? "flutter:" : "name:");
        Matcher sdk = DART_SDK.matcher(text);
        if (sdk.find()) {
            inspection.facts().seen("dart-version", sdk.group(1), files.place("pubspec.yaml", DART_SDK));
        }
        Map<String, String> dependencies = new LinkedHashMap<>();
        String section = "";
        for (String line : text.lines().toList()) {
            Matcher entry = PUB_ENTRY.matcher(line);
            if (!line.startsWith(" ") && line.contains(":")) {
                section = line.replaceFirst(":.*", "");
            } else if (section.endsWith("dependencies") && entry.find()) {
                dependencies.put(entry.group(1), entry.group(2).strip());
            }
        }
        Map<String, String> roles = new LinkedHashMap<>();
        put(roles, "entry", files.first(List.of("lib/main.dart", "bin/main.dart")));
        put(roles, "android-manifest", files.first(List.of("android/app/src/main/AndroidManifest.xml")));
        put(roles, "info-plist", files.first(List.of("ios/Runner/Info.plist")));
        put(roles, "podfile", files.first(List.of("ios/Podfile")));
        put(roles, "app-build", files.first(List.of("android/app/build.gradle.kts", "android/app/build.gradle")));
        return profile("pub", flutter ? "flutter" : "dart", "dart", "pub", "pubspec.yaml", roles, dependencies);
    }

    ProjectProfile apple() {
        Facts facts = inspection.facts();
        String project = files.matching(path -> path.endsWith(".xcodeproj/project.pbxproj") && !path.startsWith("Pods/")).stream().findFirst().orElse("");
        String settings = project.isEmpty() ? "" : files.text(project);
        boolean pods = files.has("Podfile");
        boolean packages = files.has("Package.swift") || settings.contains("XCRemoteSwiftPackageReference");
        String manager = pods ? "cocoapods" : packages ? "swiftpm" : "xcode";
        String manifest = pods ? "Podfile" : files.has("Package.swift") ? "Package.swift" : project;
        facts.seen("package-manager", manager, manifest);
        if (pods && packages) {
            facts.seen("package-manager", "swiftpm", files.has("Package.swift") ? "Package.swift" : project);
        }
        boolean swift = files.paths().stream().anyMatch(path -> path.endsWith(".swift"));
        facts.concluded("language", swift ? "swift" : "objective-c", "", swift ? "There are Swift files." : "There is no Swift file.");
        boolean app = !project.isEmpty() || pods;
        facts.concluded("framework", app ? "ios" : "swift", app && !project.isEmpty() ? project : manifest, app ? "There is an Xcode project or a Podfile." : "There is a Swift package only.");
        Map<String, String> dependencies = new LinkedHashMap<>();
        pairs(POD, pods ? files.text("Podfile") : "", dependencies);
        pairs(SWIFT, files.has("Package.swift") ? files.text("Package.swift") : "", dependencies);
        pairs(REMOTE, settings, dependencies);
        for (String path : List.of(pods ? "Podfile" : "", files.has("Package.swift") ? "Package.swift" : "", project)) {
            Matcher target = PLATFORM.matcher(path.isEmpty() ? "" : files.text(path));
            if (target.find()) {
                String version = target.group(1) != null ? target.group(1) : target.group(2) != null ? target.group(2) : target.group(3);
                facts.seen("ios-version", version, files.place(path, PLATFORM));
                break;
            }
        }
        return profile(manager.equals("xcode") ? "swiftpm" : manager, app ? "ios" : "swift", swift ? "swift" : "objective-c",
                manager.equals("cocoapods") ? "pod" : "swift", manifest, appleRoles(), dependencies);
    }

    private Map<String, String> appleRoles() {
        Map<String, String> roles = new LinkedHashMap<>();
        List<String> sources = files.matching(path -> path.endsWith(".swift") || path.endsWith(".m"));
        put(roles, "entry", sources.stream().filter(path -> files.text(path).matches("(?s).*@main\\b.*|.*@UIApplicationMain\\b.*")).findFirst().orElse(""));
        put(roles, "app-delegate", sources.stream().filter(path -> path.matches("(?:.*/)?AppDelegate\\.(?:swift|m)")).findFirst().orElse(""));
        put(roles, "info-plist", files.matching(path -> path.matches("(?:.*/)?Info\\.plist") && !path.contains("Tests")).stream().findFirst().orElse(""));
        put(roles, "podfile", files.has("Podfile") ? "Podfile" : "");
        String entry = roles.getOrDefault("entry", "");
        if (!entry.isEmpty()) {
            boolean swiftUi = files.text(entry).contains(": App");
            inspection.facts().seen("ui", swiftUi ? "swiftui" : "uikit", files.place(entry, Pattern.compile("@main\\b|@UIApplicationMain\\b")));
        }
        return roles;
    }

    private ProjectProfile profile(
            String ecosystem, String framework, String language, String manager, String manifest, Map<String, String> roles, Map<String, String> dependencies) {
        return new ProjectProfile(
                files.root().toString(), "", ecosystem, framework, List.of(framework, language).stream().distinct().toList(), language, manager, "",
                manifest, roles, dependencies, "", "", inspection.git());
    }

    private static void pairs(Pattern pattern, String text, Map<String, String> found) {
        Matcher one = pattern.matcher(text);
        while (one.find()) {
            found.put(one.group(1), one.group(2) == null ? "" : one.group(2));
        }
    }

    private static void put(Map<String, String> roles, String role, String path) {
        if (!path.isEmpty()) {
            roles.put(role, path);
        }
    }
}
