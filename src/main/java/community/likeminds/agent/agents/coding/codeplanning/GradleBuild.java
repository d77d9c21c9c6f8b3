package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares dependencies in Gradle builds, through the version catalog where the project has one. */
final class GradleBuild {

    private static final Pattern BLOCK = Pattern.compile("(?m)^dependencies\\s*\\{[ \\t]*\\r?\\n");
    private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]+)(implementation|testImplementation)\\b[^\\n]*\\n");

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
     * @param bom whether it is one itself
     */
    Map<String, String> declare(String name, String version, boolean test, boolean bom) {
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
        String notation = kotlin ? "\"" + coordinates + "\"" : "'" + coordinates + "'";
        if (!catalog.isEmpty()) {
            String entries = catalog(files.text(catalog), name, artifact, version);
            if (!entries.isEmpty()) {
                texts.put(catalog, entries);
                String accessor = "libs." + artifact.replaceAll("[-_.]", ".");
                notation = accessor;
            }
        }
        if (bom) {
            notation = "platform(" + notation + ")";
        }
        notation = kotlin ? "(" + notation + ")" : " " + notation;
        texts.put(project.manifest(), placed(build, block.end(), test ? "testImplementation" : "implementation", notation));
        return texts;
    }

    /** Behind the last declaration of the same kind, else first in the block. */
    private static String placed(String build, int start, String configuration, String notation) {
        String end = build.contains("\r\n") ? "\r\n" : "\n";
        int close = build.indexOf("\n}", start - 1);
        Matcher line = LINE.matcher(build).region(start, close < 0 ? build.length() : close + 1);
        int at = start;
        String indent = "    ";
        while (line.find()) {
            if (line.group(2).equals(configuration)) {
                at = line.end();
            }
            indent = line.group(1);
        }
        return build.substring(0, at) + indent + configuration + notation + end + build.substring(at);
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
