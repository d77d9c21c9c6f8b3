package community.likeminds.agent.agents.coding.codevalidation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds the import of a name that is used without one, where exactly one package can be meant. */
final class MissingImports implements Repair {

    private static final Pattern UNKNOWN = Pattern.compile("Cannot find name '([\\w$]+)'.*|(?:'([\\w$]+)' refers to a UMD global).*");
    private static final Pattern FROM = Pattern.compile("from\\s*(['\"])([^'\"]+)\\1");

    @Override
    public Optional<Mended> mend(Broken broken) {
        for (Diagnostic one : Diagnostic.of(broken.output(), broken.texts().keySet())) {
            Matcher unknown = UNKNOWN.matcher(one.message());
            String text = broken.texts().getOrDefault(one.path(), "");
            if (!unknown.matches() || !broken.added(one.path(), one.lineOf(text))) {
                continue;
            }
            String name = unknown.group(1) == null ? unknown.group(2) : unknown.group(1);
            Set<String> sources = new LinkedHashSet<>(imported(broken.texts(), name));
            if (sources.isEmpty()) {
                sources.addAll(broken.exporters().apply(name, one.path()));
            }
            if (sources.size() == 1 && !one.path().endsWith(".vue") && !one.path().endsWith(".svelte")) {
                String module = sources.iterator().next();
                return Optional.of(Mended.of(one.path(), with(text, name, module), one.told() + " It is imported from " + module + " now."));
            }
        }
        return Optional.empty();
    }

    /** Packages that other changed files import the name from; paths of files differ from file to file. */
    private static Set<String> imported(Map<String, String> texts, String name) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts.values()) {
            for (ImportStatement statement : ImportStatement.all(text)) {
                Matcher from = FROM.matcher(statement.text());
                boolean whole = statement.clause().matches(".*\\{[^}]*(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])[^}]*\\}.*");
                if (whole && from.find() && !from.group(2).startsWith(".")) {
                    found.add(from.group(2));
                }
            }
        }
        return found;
    }

    private static String with(String text, String name, String module) {
        List<ImportStatement> statements = ImportStatement.all(text);
        String ending = text.contains("\r\n") ? "\r\n" : "\n";
        for (ImportStatement statement : statements) {
            Matcher from = FROM.matcher(statement.text());
            int brace = statement.clause().indexOf('{');
            if (from.find() && from.group(2).equals(module) && brace >= 0 && !statement.clause().startsWith("type")) {
                int at = text.indexOf('{', statement.start()) + 1;
                return text.substring(0, at) + " " + name + "," + text.substring(at);
            }
        }
        // The file's own habits: the quotes that it uses more, and semicolons where a line ends with one.
        char quote = text.chars().filter(c -> c == '"').count() > text.chars().filter(c -> c == '\'').count() ? '"' : '\'';
        String end = text.lines().anyMatch(line -> line.stripTrailing().endsWith(";")) ? ";" : "";
        String added = "import { " + name + " } from " + quote + module + quote + end + ending;
        int at = statements.isEmpty() ? directives(text) : statements.getLast().end();
        return text.substring(0, at) + added + text.substring(at);
    }

    /** Behind {@code 'use client'} and its like, which must come first. */
    private static int directives(String text) {
        Matcher directives = Pattern.compile("\\A(?:\uFEFF)?(?:\\s*(?:['\"]use \\w+['\"];?|//[^\\n]*|#![^\\n]*)\\s*\\n)*").matcher(text);
        return directives.find() ? directives.end() : 0;
    }
}
