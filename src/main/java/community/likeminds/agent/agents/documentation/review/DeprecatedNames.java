package community.likeminds.agent.agents.documentation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that a package's type declarations mark as deprecated wherever they declare them: one that is current in any place is not among them.
 *
 * @param exports what the package says of those that are declared in modules
 * @param members what it says of those that are declared in types
 */
record DeprecatedNames(Map<String, String> exports, Map<String, String> members) {

    private static final int MOST_FILES = 3000;
    private static final long LARGEST = 2_000_000;
    private static final Pattern TYPES = Pattern.compile(".*\\.d\\.[cm]?ts");
    private static final Pattern DECLARED = Pattern.compile(
            "^(?:export\\s+)?(?:declare\\s+)?(?:default\\s+)?(?:abstract\\s+)?(?:const|let|var|function|class|interface|type|enum)\\s+([A-Za-z_$][\\w$]*)");
    private static final Pattern MEMBER =
            Pattern.compile("^\\s+(?:(?:readonly|static|public|abstract|get|set|async)\\s+)*([A-Za-z_$][\\w$]*)\\??\\s*[(:<].*");
    private static final Pattern TOLD = Pattern.compile("@deprecated\\s*(.*?)(?=\\s@[a-zA-Z]+\\s|$)");

    /** Reads the declarations of a package that lies in a folder. */
    static DeprecatedNames of(Path folder) {
        Map<String, String> exports = new HashMap<>();
        Map<String, String> members = new HashMap<>();
        Set<String> current = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> TYPES.matcher(one.toString()).matches()).sorted().limit(MOST_FILES).toList()) {
                if (Files.size(file) <= LARGEST) {
                    read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList(), exports, members, current);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        exports.keySet().removeAll(current);
        members.keySet().removeAll(current);
        return new DeprecatedNames(Map.copyOf(exports), Map.copyOf(members));
    }

    private static void read(List<String> lines, Map<String, String> exports, Map<String, String> members, Set<String> current) {
        StringBuilder doc = new StringBuilder();
        boolean open = false;
        for (String line : lines) {
            String text = line.strip();
            if (open || text.startsWith("/**")) {
                if (!open) {
                    doc.setLength(0);
                }
                doc.append(text.replaceFirst("^/?\\*+/?", " ").replace("*/", "")).append(' ');
                open = !text.endsWith("*/");
                continue;
            }
            if (text.isEmpty() || text.startsWith("//") || text.startsWith("@")) {
                continue;
            }
            Matcher declared = DECLARED.matcher(line);
            Matcher member = MEMBER.matcher(line);
            boolean export = declared.find();
            if (export || member.matches()) {
                String name = export ? declared.group(1) : member.group(1);
                Matcher told = TOLD.matcher(doc);
                if (told.find()) {
                    (export ? exports : members).putIfAbsent(name, told.group(1).replaceAll("\\{@link\\s+([^}]*)}", "$1").replaceAll("\\s+", " ").strip());
                } else {
                    current.add(name);
                }
            }
            doc.setLength(0);
        }
    }
}
