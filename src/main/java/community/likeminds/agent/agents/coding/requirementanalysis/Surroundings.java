package community.likeminds.agent.agents.coding.requirementanalysis;

import static community.likeminds.agent.agents.coding.requirementanalysis.Inspection.at;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.project.analysis.ProjectTools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around the sources of any project: tools, versions, environment files, line endings. */
final class Surroundings {

    private static final List<String> SOURCES = List.of(
            ".ts", ".tsx", ".js", ".jsx", ".mjs", ".vue", ".svelte", ".astro", ".java", ".kt", ".py", ".dart", ".swift", ".go", ".rb", ".json", ".html", ".css");
    private static final int SAMPLE = 60;

    private record Pinned(String file, Pattern pattern, String name) {}

    private static final List<Pinned> VERSIONS = List.of(
            new Pinned(".nvmrc", Pattern.compile("(?m)^v?([\\w./*-]+)"), "node-version"),
            new Pinned(".node-version", Pattern.compile("(?m)^v?([\\w./*-]+)"), "node-version"),
            new Pinned(".tool-versions", Pattern.compile("(?m)^nodejs\\s+(\\S+)"), "node-version"),
            new Pinned(".tool-versions", Pattern.compile("(?m)^java\\s+(\\S+)"), "jdk-version"),
            new Pinned(".tool-versions", Pattern.compile("(?m)^python\\s+(\\S+)"), "python-version"),
            new Pinned(".tool-versions", Pattern.compile("(?m)^flutter\\s+(\\S+)"), "flutter-version"),
            new Pinned("mise.toml", Pattern.compile("(?m)^node(?:js)?\\s*=\\s*\"([^\"]+)\""), "node-version"),
            new Pinned("mise.toml", Pattern.compile("(?m)^java\\s*=\\s*\"([^\"]+)\""), "jdk-version"),
            new Pinned(".java-version", Pattern.compile("(?m)^(\\S+)"), "jdk-version"),
            new Pinned(".sdkmanrc", Pattern.compile("(?m)^java=(\\S+)"), "jdk-version"),
            new Pinned(".python-version", Pattern.compile("(?m)^(\\S+)"), "python-version"),
            new Pinned("package.json", Pattern.compile("(?s)\"engines\"\\s*:\\s*\\{[^}]*?\"node\"\\s*:\\s*\"([^\"]+)\""), "node-version"),
            new Pinned("package.json", Pattern.compile("(?s)\"volta\"\\s*:\\s*\\{[^}]*?\"node\"\\s*:\\s*\"([^\"]+)\""), "node-version"));

    private final Inspection inspection;
    private final ProjectFiles files;
    private final Facts facts;

    Surroundings(Inspection inspection) {
        this.inspection = inspection;
        this.files = inspection.files();
        this.facts = inspection.facts();
    }

    void describe(ProjectProfile profile) {
        versions(profile.app());
        tools(profile.app());
        environment(profile.app());
        lineEndings(profile.app());
        editor();
        switch (inspection.git()) {
            case NONE -> facts.concluded("git", "none", "", "The root of the project is no git repository.");
            case CLEAN -> facts.seen("git", "clean", ".git");
            case DIRTY -> facts.seen("git", "uncommitted changes", ".git");
        }
    }

    private void versions(String app) {
        for (Pinned one : VERSIONS) {
            for (String path : app.isEmpty() ? List.of(one.file()) : List.of(at(app, one.file()), one.file())) {
                Matcher found = one.pattern().matcher(files.has(path) ? files.text(path) : "");
                if (found.find()) {
                    String text = files.text(path);
                    facts.seen(one.name(), found.group(1), path + ":" + ProjectFiles.line(text, found.start(1)));
                    break;
                }
            }
        }
    }

    private void tools(String app) {
        for (ProjectTools.Tool tool : ProjectTools.of(files.root(), app)) {
            for (ProjectTools.Kind kind : tool.kinds().stream().sorted().toList()) {
                facts.seen(switch (kind) {
                    case FORMATTER -> "formatter";
                    case LINTER -> "linter";
                    case TYPE_CHECKER -> "type-checker";
                    case TESTS -> "tests";
                }, tool.name(), tool.seen());
            }
        }
    }

    private void environment(String app) {
        Pattern file = Pattern.compile(Pattern.quote(app.isEmpty() ? "" : app + "/") + "\\.env(?:\\.[\\w.-]+)?");
        for (String path : files.matching(path -> file.matcher(path).matches())) {
            long names = files.text(path).lines().filter(line -> line.matches("\\s*(?:export\\s+)?[A-Za-z_]\\w*\\s*=.*")).count();
            facts.concluded("environment-file", path, path, names + (names == 1 ? " variable." : " variables."));
        }
    }

    /** From a sample of the application's sources, the ones nearest to the root first. */
    private void lineEndings(String app) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        String prefix = app.isEmpty() ? "" : app + "/";
        files.paths().stream().filter(path -> path.startsWith(prefix) && SOURCES.stream().anyMatch(path::endsWith)).limit(SAMPLE).forEach(path -> {
            String text = files.text(path);
            long feeds = text.chars().filter(c -> c == '\n').count();
            long returns = (text.length() - text.replace("\r\n", "").length()) / 2;
            if (feeds > 0) {
                String ending = returns == 0 ? "lf" : returns == feeds ? "crlf" : "mixed in one file";
                first.putIfAbsent(ending, path);
                counts.merge(ending, 1, Integer::sum);
            }
        });
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).forEach(entry -> facts.concluded(
                "line-endings", entry.getKey(), first.getOrDefault(entry.getKey(), ""),
                entry.getValue() + (entry.getValue() == 1 ? " file" : " files") + " of those looked at."));
    }

    private void editor() {
        if (!files.has(".editorconfig")) {
            return;
        }
        for (String setting : List.of("indent_style", "indent_size", "end_of_line", "insert_final_newline", "max_line_length")) {
            Pattern pattern = Pattern.compile("(?m)^\\s*" + setting + "\\s*=\\s*(\\S+)");
            Matcher found = pattern.matcher(files.text(".editorconfig"));
            if (found.find()) {
                facts.seen("editorconfig", setting + ": " + found.group(1), ".editorconfig:" + ProjectFiles.line(files.text(".editorconfig"), found.start(1)));
            }
        }
    }
}
