package community.likeminds.agent.agents.coding.codeplanning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of a package of npm's a plan has to do with: the installed one, else the locked one. */
public final class AssumedVersions {

    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");

    /** Larger lock files belong to projects whose dependencies are installed where they are worked on. */
    private static final long LARGEST = 8_000_000;

    private final List<Path> folders;

    /** @param app folder of the application below the root, or empty */
    public AssumedVersions(Path root, String app) {
        this.folders = app.isEmpty() ? List.of(root) : List.of(root.resolve(app), root);
    }

    /**
     * @param version for example {@code 4.36.1}
     * @param where half a sentence: {@code is installed}, {@code package-lock.json locks}
     */
    public record Assumed(String version, String where) {}

    public Optional<Assumed> of(String name) {
        return installed(name).map(version -> new Assumed(version, "is installed")).or(() -> locked(name));
    }

    /** The version that stands in {@code node_modules}. */
    public Optional<String> installed(String name) {
        return folders.stream().map(folder -> text(folder.resolve("node_modules").resolve(name).resolve("package.json")))
                .flatMap(text -> first(VERSION, text).stream()).findFirst();
    }

    private Optional<Assumed> locked(String name) {
        String quoted = Pattern.quote(name);
        for (Path folder : folders) {
            Optional<Assumed> found = in(folder, "package-lock.json", "\"node_modules/" + quoted + "\"\\s*:\\s*\\{\\s*\"version\"\\s*:\\s*\"([^\"]+)\"")
                    .or(() -> in(folder, "pnpm-lock.yaml", "(?m)^ {2,}['\"]?/?" + quoted + "@(\\d[^:('\"\\s]*)"))
                    .or(() -> in(folder, "yarn.lock", "(?m)^\"?" + quoted + "@[^\\n]*:\\n\\s+version:?\\s+\"?([^\"\\s]+)"))
                    .or(() -> in(folder, "bun.lock", "\"" + quoted + "\"\\s*:\\s*\\[\\s*\"" + quoted + "@([^\"]+)\""));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Assumed> in(Path folder, String file, String pattern) {
        return first(Pattern.compile(pattern), text(folder.resolve(file))).map(version -> new Assumed(version, file + " locks"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
