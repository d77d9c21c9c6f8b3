package community.likeminds.agent.agents.documentation.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types of Java and Kotlin that artifacts publish, as their documentation and sources tell. */
final class PublishedClasses {

    private static final Pattern PAGE = Pattern.compile("(?:[a-z][\\w.]*/)??((?:[a-z_][\\w]*/)+)([A-Z][\\w$]*)(?:\\.[A-Z][\\w.$]*)?\\.(?:html|java)");
    private static final Pattern TYPE = Pattern.compile("(?m)^[\\w\\s@()\".,]*\\b(?:class|interface|object|typealias)\\s+([A-Z]\\w*)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");

    private final Map<String, Set<String>> types = new HashMap<>();

    /** Adds what lies in a folder: pages of javadoc, and sources. */
    void add(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                Matcher page = PAGE.matcher(path);
                if (path.endsWith(".kt")) {
                    kotlin(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                } else if (page.matches()) {
                    types.computeIfAbsent(page.group(1).replace('/', '.').replaceAll("\\.$", ""), name -> new TreeSet<>()).add(page.group(2));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void kotlin(String text) {
        Matcher name = PACKAGE.matcher(text);
        if (name.find()) {
            Matcher type = TYPE.matcher(text);
            while (type.find()) {
                types.computeIfAbsent(name.group(1), key -> new TreeSet<>()).add(type.group(1));
            }
        }
    }

    /** Types of a package; none when the artifacts have no such package. */
    Set<String> of(String packageName) {
        return types.getOrDefault(packageName, Set.of());
    }

    /** Where else a type of this simple name is published, as whole names. */
    List<String> named(String simpleName) {
        return types.entrySet().stream().filter(one -> one.getValue().contains(simpleName)).map(one -> one.getKey() + "." + simpleName).sorted().toList();
    }
}
