package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets the settings of an application read from the environment what a guide leaves open, as frameworks of the JVM resolve it: {@code ${NAME:}}. */
final class Settings {

    private static final Pattern ENTRY = Pattern.compile("(?m)^([ \\t]*)(?:- )?([\\w.-]+)[ \\t]*([:=])[ \\t]*([^\\r\\n]*?)[ \\t]*$");
    private static final Pattern READS = Pattern.compile(".*\\b(?:getenv|getProperty|getRequiredProperty)\\(");
    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private final DocumentedCode documented;
    private final Values values;
    private final List<String> openPoints;

    Settings(DocumentedCode documented, Values values, List<String> openPoints) {
        this.documented = documented;
        this.values = values;
        this.openPoints = openPoints;
    }

    /** The settings, in YAML or properties, without anything that a person has to replace; what has to be set is said. */
    String filledIn(String text) {
        StringBuilder filled = new StringBuilder();
        Map<Integer, String> above = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(text);
        int done = 0;
        while (entry.find()) {
            int depth = entry.group(1).length();
            above.keySet().removeIf(other -> other >= depth);
            above.put(depth, entry.group(2));
            String key = String.join(".", above.values());
            String name = variable(key, key.substring(key.lastIndexOf('.') + 1), entry.group(4));
            if (!name.isEmpty()) {
                filled.append(text, done, entry.start(4)).append("${").append(name).append(":}");
                done = entry.end(4);
                say(name);
            }
        }
        filled.append(text.substring(done));
        READ.matcher(filled).results().forEach(read -> say(read.group(1)));
        return filled.toString();
    }

    /** Java code without keys that a person has to fill in; what annotations say stays, it has to be constant. */
    String inCode(String java) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (SnippetParts.Literal one : documented.describe(java, "java", List.of()).placeholders()) {
            String before = java.substring(java.lastIndexOf('\n', one.start()) + 1, one.start());
            if (!before.matches(".*@\\w+\\([^)]*") && !READS.matcher(before).matches()) {
                String about = one.about().substring(one.about().lastIndexOf('.') + 1);
                String matched = values.match(about, one.text());
                String known = matched.isEmpty() ? values.onlyKey(about) : matched;
                String name = known.isEmpty() ? Values.name("", "", one.text()) : known;
                expressions.put(one.text(), "System.getenv(\"" + name + "\")");
                say(name);
            }
        }
        return expressions.isEmpty() ? java : documented.replaceLiterals(java, "java", expressions);
    }

    /** The variable that a value is read from, or an empty string for a value that stays. */
    private String variable(String key, String last, String value) {
        String full = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        if (value.isEmpty() || value.startsWith("${") || value.startsWith("#")) {
            return "";
        }
        if (values.knows(full)) {
            return full;
        }
        List<SnippetParts.Literal> open = documented.describe(last + "=" + value, "properties", List.of()).placeholders();
        if (open.isEmpty()) {
            return "";
        }
        String matched = values.match(last, open.getFirst().text());
        String known = matched.isEmpty() ? values.onlyKey(last) : matched;
        return known.isEmpty() ? full : known;
    }

    private void say(String name) {
        String point = "Set " + name + " in the environment of the application.";
        if (!openPoints.contains(point)) {
            openPoints.add(point);
        }
    }
}
