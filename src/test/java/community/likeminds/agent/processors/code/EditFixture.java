package community.likeminds.agent.processors.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A before/after case in one file: sections begin with a line {@code === name}; without {@code expected} nothing may change. */
record EditFixture(String name, Map<String, String> options, String target, String snippet, String expected) {

    static Stream<EditFixture> all() {
        try {
            Path root = Path.of(Objects.requireNonNull(EditFixture.class.getResource("/fixtures/edits")).toURI());
            List<Path> files;
            try (Stream<Path> walk = Files.walk(root)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            return files.stream().map(file -> read(root.relativize(file).toString(), file));
        } catch (IOException | URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static EditFixture read(String name, Path file) {
        try {
            String text = Files.readString(file, UTF_8);
            Map<String, String> sections = new HashMap<>();
            for (String part : ("\n" + text).split("\n=== ")) {
                int line = part.indexOf('\n');
                if (!part.isBlank()) {
                    String title = line < 0 ? part.strip() : part.substring(0, line).strip();
                    String body = line < 0 ? "" : part.substring(line + 1);
                    sections.put(title, body.isEmpty() ? "" : body.endsWith("\n") ? body : body + "\n");
                }
            }
            Map<String, String> options = new HashMap<>();
            for (String line : sections.getOrDefault("options", "").split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    options.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
                }
            }
            String target = Objects.requireNonNull(sections.get("target"), name + " has no target");
            return new EditFixture(
                    name, options, target, sections.getOrDefault("snippet", ""), sections.getOrDefault("expected", target));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String path() {
        return options.getOrDefault("path", "src/main.tsx");
    }

    Edit apply(StructuralEdits edits, String text) {
        String operation = options.getOrDefault("operation", "merge");
        return switch (operation) {
            case "merge" -> edits.merge(request(text));
            case "npm" -> edits.addNpmDependency(
                    text, option("name"), option("range"), Boolean.parseBoolean(options.getOrDefault("dev", "false")));
            case "env" -> edits.setEnvironment(text, option("name"), option("value"));
            case "maven" -> edits.addMavenDependency(
                    text, option("group"), option("artifact"), options.getOrDefault("version", ""), options.getOrDefault("scope", ""));
            case "properties" -> edits.mergeProperties(text, snippet);
            case "yaml" -> edits.mergeYaml(text, snippet);
            case "json" -> edits.mergeJson(text, snippet);
            default -> throw new IllegalArgumentException(name + ": " + operation);
        };
    }

    MergeRequest request(String text) {
        Map<String, MergeRequest.Available> available = new HashMap<>();
        for (String one : list("available")) {
            String[] parts = one.split("[=#]");
            available.put(parts[0], new MergeRequest.Available(parts[1], parts[2]));
        }
        return new MergeRequest(
                path(), text, snippet, options.getOrDefault("language", "tsx"), Mode.valueOf(options.getOrDefault("mode", "SETUP")),
                list("packages"), list("satisfied"), options.getOrDefault("context", "").replace("\\n", "\n"), available,
                list("wanted"),
                Boolean.parseBoolean(options.getOrDefault("first", "false")));
    }

    private List<String> list(String option) {
        return Arrays.stream(options.getOrDefault(option, "").split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private String option(String key) {
        return Objects.requireNonNull(options.get(key), name + " has no option " + key);
    }

    @Override
    public String toString() {
        return name;
    }
}
