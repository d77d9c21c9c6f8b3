package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares packages in manifests of Python, Dart, Ruby and CocoaPods projects; others are declared by their own tool. */
final class PlatformDependencies {

    private static final Pattern TARGET = Pattern.compile("(?m)^\\s*target\\s+['\"]([^'\"]+)['\"]\\s+do");
    private static final Pattern CONCRETE = Pattern.compile("[~^<>=! ]*\\d[\\w.+*-]*(?:\\s*,\\s*[<>=!~]+\\s*\\d[\\w.]*)*");

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;

    PlatformDependencies(ProjectProfile project, Workspace files, StructuralEdits edits) {
        this.project = project;
        this.files = files;
        this.edits = edits;
    }

    /** Whether the project declares the package; names of Python packages are compared as its registry does. */
    boolean declared(String name) {
        return project.dependencies().keySet().stream().anyMatch(own -> normal(own).equals(normal(name)));
    }

    /**
     * The edit of the manifest; empty when only the package manager itself can declare the package.
     *
     * @param range as the guide writes it; anything but a version is left out
     */
    Optional<StructuralEdits.Edit> declare(String name, String range) {
        String manifest = project.manifest();
        String version = CONCRETE.matcher(range).matches() ? range : "";
        return snippet(manifest, name, version).map(snippet -> edits.merge(new StructuralEdits.MergeRequest(
                manifest, files.text(manifest), snippet, "", StructuralEdits.Mode.EVERYTHING, List.of(), List.of())));
    }

    /** The command by which the project's package manager declares a package itself. */
    String command(String name) {
        return switch (project.ecosystem()) {
            case "python" -> "pip install " + name;
            case "go" -> "go get " + name;
            case "cargo" -> "cargo add " + name;
            case "composer" -> "composer require " + name;
            case "pub" -> "dart pub add " + name;
            case "gem" -> "bundle add " + name;
            default -> "Add " + name + " with " + project.packageManager();
        };
    }

    private Optional<String> snippet(String manifest, String name, String version) {
        String file = manifest.substring(manifest.lastIndexOf('/') + 1);
        return Optional.ofNullable(switch (file) {
            case "requirements.txt" -> name + (version.isEmpty() ? "" : version.matches("\\d.*") ? "==" + version : version) + "\n";
            case "pyproject.toml" -> project(files.text(manifest), name, version);
            case "pubspec.yaml" -> "dependencies:\n  " + name + ": " + (version.isEmpty() ? "any" : version.matches("\\d.*") ? "^" + version : version) + "\n";
            case "Gemfile" -> "gem \"" + name + "\"" + (version.isEmpty() ? "" : ", \"" + (version.matches("\\d.*") ? "~> " + version : version) + "\"") + "\n";
            case "Podfile" -> pod(files.text(manifest), name, version);
            default -> null;
        });
    }

    private static @org.jspecify.annotations.Nullable String project(String toml, String name, String version) {
        if (Pattern.compile("(?m)^\\[tool\\.poetry\\.dependencies\\]").matcher(toml).find()) {
            if (name.contains("[")) {
                return null; // Extras are written as a table there, which its own command does.
            }
            return "[tool.poetry.dependencies]\n" + name + " = \"" + (version.isEmpty() ? "*" : version) + "\"\n";
        }
        boolean listed = Pattern.compile("(?m)^\\[project\\]").matcher(toml).find();
        return listed ? "[project]\ndependencies = [\"" + name + (version.matches("\\d.*") ? "==" + version : version) + "\"]\n" : null;
    }

    private static @org.jspecify.annotations.Nullable String pod(String podfile, String name, String version) {
        Matcher target = TARGET.matcher(podfile);
        return target.find() ? "target '" + target.group(1) + "' do\n  pod '" + name + "'" + (version.isEmpty() ? "" : ", '" + version + "'") + "\nend\n" : null;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-").replaceFirst("\\[.*", "");
    }
}
