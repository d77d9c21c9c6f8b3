package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares dependencies in Gradle builds, through the version catalog where the project has one. */
final class GradleBuild {

    private static final Pattern BLOCK = Pattern.compile("(?m)^dependencies\\s*\\{[ \\t]*\\r?\\n");
    /** A declaration, also one with a block of its own behind it. */
    private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]+)(?!//)(\\w+)\\b[ \\t]*[(\"'\\w](?:[^\\n]*\\{[ \\t]*\\r?\\n(?:(?!\\1\\}).*\\n)*\\1\\}[^\\n]*\\n|[^\\n]*\\n)");

    /** What stands first where there is none of its kind yet. */
    private static final Set<String> INITIAL = Set.of("implementation", "testImplementation");

    private final ProjectProfile project;
    private final Workspace files;

    GradleBuild(ProjectProfile project, Workspace files) {
        this.project = project;
        this.files = files;
    }

    /**
     * The changed texts by path; empty when the build has no place for it.
     *
     * @param version empty where a bill of materials decides it
     * @param configurations those of the build that it is declared in, see {@link GradleConfigurations}
     * @param bom whether it is one itself
     * @param exclusions {@code group:artifact} of what it must not bring along
     */
    Map<String, String> declare(String name, String version, List<String> configurations, boolean bom, List<String> exclusions) {
        Map<String, String> texts = new LinkedHashMap<>();
        String build = files.text(project.manifest());
        Matcher block = BLOCK.matcher(build);
        if (!block.find()) {
            return texts;
        }
        String artifact = name.substring(name.indexOf(':') + 1);
        String catalog = project.roles().getOrDefault("version-catalog", "");
        boolean kotlin = project.manifest().endsWith(".kts");
        String coordinates = version.isEmpty() ? name : name + ":" + version;
        // Groovy reads variables within double quotes alone.
        String notation = kotlin || coordinates.contains("$") ? "\"" + coordinates + "\"" : "'" + coordinates + "'";
        String alias = catalog.isEmpty() ? "" : alias(files.text(catalog), name);
        if (!alias.isEmpty()) {
            notation = accessor(alias);
        } else if (!catalog.isEmpty()) {
            String entries = catalog(files.text(catalog), name, artifact, version);
            if (!entries.isEmpty()) {
                texts.put(catalog, entries);
                notation = accessor(artifact);
            }
        }
        if (bom) {
            notation = "platform(" + notation + ")";
        }
        // Groovy takes a block only behind a call with parentheses.
        notation = kotlin || !exclusions.isEmpty() ? "(" + notation + ")" : " " + notation;
        for (String configuration : configurations) {
            build = placed(build, block.end(), configuration, notation, GradleConfigurations.processor(configuration) ? List.of() : excludes(exclusions, kotlin));
        }
        texts.put(project.manifest(), build);
        return texts;
    }

    private static List<String> excludes(List<String> exclusions, boolean kotlin) {
        return exclusions.stream().map(one -> {
            String[] parts = one.split(":", 2);
            String group = parts[0].equals("*") ? "" : kotlin ? "group = \"" + parts[0] + "\"" : "group: '" + parts[0] + "'";
            String module = parts[1].equals("*") ? "" : kotlin ? "module = \"" + parts[1] + "\"" : "module: '" + parts[1] + "'";
            String both = group + (group.isEmpty() || module.isEmpty() ? "" : ", ") + module;
            return kotlin ? "exclude(" + both + ")" : "exclude " + both;
        }).toList();
    }

    /** Whether the build declares it in a configuration, by its coordinates or by the catalog's name for it. */
    boolean declares(String name, String configuration) {
        String catalog = project.roles().getOrDefault("version-catalog", "");
        String alias = catalog.isEmpty() ? "" : alias(files.text(catalog), name);
        String notation = "[\"']" + Pattern.quote(name) + "[:\"']" + (alias.isEmpty() ? "" : "|" + Pattern.quote(accessor(alias)) + "\\b(?![.-])");
        return Pattern.compile("(?m)^[ \\t]*" + configuration + "\\b[^\\n]*(?:" + notation + ")").matcher(files.text(project.manifest())).find();
    }

    private static String accessor(String alias) {
        return "libs." + alias.replaceAll("[-_.]", ".");
    }

    /** What the catalog calls a library that it has already, or an empty string. */
    private static String alias(String catalog, String name) {
        String group = Pattern.quote(name.substring(0, name.indexOf(':')));
        String artifact = Pattern.quote(name.substring(name.indexOf(':') + 1));
        Matcher entry = Pattern.compile("(?m)^([\\w.-]+)\\s*=\\s*(?:\"" + group + ":" + artifact + "[:\"]|\\{[^}\\n]*\\bmodule\\s*=\\s*\"" + group + ":" + artifact
                + "\"|\\{[^}\\n]*\\bgroup\\s*=\\s*\"" + group + "\"[^}\\n]*\\bname\\s*=\\s*\"" + artifact + "\")").matcher(catalog);
        return entry.find() ? entry.group(1) : "";
    }

    /** Behind the last declaration of the same configuration, else behind the last for the application or for tests, else first in the block. */
    private static String placed(String build, int start, String configuration, String notation, List<String> excludes) {
        String end = build.contains("\r\n") ? "\r\n" : "\n";
        int close = build.indexOf("\n}", start - 1);
        Matcher line = LINE.matcher(build).region(start, close < 0 ? build.length() : close + 1);
        int at = start;
        boolean same = false;
        boolean test = GradleConfigurations.test(configuration);
        String indent = "    ";
        while (line.find()) {
            boolean own = line.group(2).equals(configuration);
            if (own || !same && !INITIAL.contains(configuration) && (test || !GradleConfigurations.test(line.group(2)))) {
                at = line.end();
            }
            same |= own;
            indent = line.group(1);
        }
        StringBuilder block = new StringBuilder(excludes.isEmpty() ? "" : " {" + end);
        for (String one : excludes) {
            block.append(indent).append(indent).append(one).append(end);
        }
        block.append(excludes.isEmpty() ? "" : indent + "}");
        return build.substring(0, at) + indent + configuration + notation + block + end + build.substring(at);
    }

    private static String catalog(String text, String name, String artifact, String version) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        if (version.isEmpty()) {
            return into(text, "libraries", artifact + " = { module = \"" + name + "\" }" + end);
        }
        String withVersion = into(text, "versions", artifact + " = \"" + version + "\"" + end);
        String line = artifact + " = { module = \"" + name + "\", version.ref = \"" + artifact + "\" }" + end;
        return withVersion.isEmpty() ? "" : into(withVersion, "libraries", line);
    }

    /** A line at the end of a table, before the blank lines that separate it from the next. */
    private static String into(String text, String table, String line) {
        Matcher header = Pattern.compile("(?m)^\\[" + table + "\\][ \\t]*\\r?\\n").matcher(text);
        if (!header.find()) {
            return "";
        }
        Matcher next = Pattern.compile("(?m)^\\[").matcher(text);
        int limit = next.find(header.end()) ? next.start() : text.length();
        int at = limit;
        while (at > header.end() && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        int lineEnd = text.indexOf('\n', at);
        boolean unfinished = lineEnd < 0 && at > 0 && at >= text.length();
        int place = at == header.end() ? at : lineEnd < 0 ? text.length() : lineEnd + 1;
        String glue = unfinished ? (text.contains("\r\n") ? "\r\n" : "\n") : "";
        return text.substring(0, place) + glue + line + text.substring(place);
    }
}
