package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether the project has an SDK component or instance somewhere already. */
final class Presence {

    /** Strings as well, so that what looks like a comment within one is none. */
    private static final Pattern COMMENTS = Pattern.compile(
            "(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')|(?<!:)//[^\\n]*|/\\*[\\s\\S]*?\\*/|<!--[\\s\\S]*?-->");
    private static final Pattern SCRIPT = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte)");

    private final Workspace files;
    private final Set<String> owners;

    Presence(Workspace files) {
        this(files, Set.of());
    }

    /** @param owners packages that the names belong to: the same name of another package is something else; empty for any */
    Presence(Workspace files, Set<String> owners) {
        this.files = files;
        this.owners = Set.copyOf(owners);
    }

    /** Names that stand in another file than the given one. */
    List<String> elsewhere(List<String> names, String path) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (files.paths().stream().anyMatch(other -> !other.equals(path) && holds(other, name))) {
                found.add(name);
            }
        }
        return found;
    }

    /** Whether every name stands somewhere. */
    boolean anywhere(List<String> names) {
        return names.stream().allMatch(name -> files.paths().stream().anyMatch(path -> holds(path, name)));
    }

    /** Whether a script of the project imports a package. */
    boolean used(String npmPackage) {
        Pattern imported = Pattern.compile("['\"]" + Pattern.quote(npmPackage) + "(?:/[^'\"]*)?['\"]");
        return files.paths().stream().anyMatch(path -> SCRIPT.matcher(path).matches() && imported.matcher(files.text(path)).find());
    }

    /** The first file in which a name stands, or an empty string. */
    String where(String name) {
        return files.paths().stream().filter(path -> holds(path, name)).findFirst().orElse("");
    }

    /** Whether another script imports the module of a path. */
    boolean imported(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        String last = name.equals("index") ? folder.substring(folder.lastIndexOf('/') + 1) : name;
        Pattern specifier = Pattern.compile("['\"](?:\\.{1,2}|@|~|#)/(?:[^'\"]*/)?" + Pattern.quote(last) + "(?:\\.\\w+)?['\"]");
        return files.paths().stream().anyMatch(other -> !other.equals(path) && SCRIPT.matcher(other).matches() && specifier.matcher(files.text(other)).find());
    }

    private boolean holds(String path, String name) {
        if (!SCRIPT.matcher(path).matches()) {
            return false;
        }
        if (foreign(files.text(path), name)) {
            return false;
        }
        String quoted = Pattern.quote(name);
        return Pattern.compile("<" + quoted + "[\\s/>]|(?<![\\w.$])(?<!\\bfunction\\s)" + quoted + "\\s*(?:<[^()]*>)?\\(")
                .matcher(COMMENTS.matcher(files.text(path)).replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)))).find();
    }

    /** Whether a text has a name from a package that is not among its owners. */
    private boolean foreign(String text, String name) {
        String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Pattern imported = Pattern.compile("import\\s[^'\";]*(?<![\\w$.])" + Pattern.quote(root) + "(?![\\w$])[^'\";]*\\sfrom\\s*['\"]([^'\"]+)['\"]");
        Matcher from = imported.matcher(text);
        String module = !owners.isEmpty() && from.find() ? Snippet.packageOf(from.group(1)) : "";
        return !module.isEmpty() && !owners.contains(module);
    }
}
