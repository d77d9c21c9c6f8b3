package community.likeminds.agent.processors.code.manifests;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.javascript.Placeholders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets variables of {@code .env} files. */
public final class EnvFile {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,=-]*");

    private EnvFile() {}

    public static Edit set(String file, String name, String value) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
            return Edits.conflict(file, "`" + name + "` cannot be the name of an environment variable.");
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            return Edits.conflict(file, "The value of `" + name + "` has several lines.");
        }
        String eol = JsonText.eol(file);
        Matcher line = Pattern.compile("(?m)^([ \\t]*(?:export[ \\t]+)?" + Pattern.quote(name) + "[ \\t]*=)([^\\r\\n]*)").matcher(file);
        if (line.find()) {
            String now = line.group(2).strip();
            String bare = now.replaceAll("^([\"'])(.*)\\1$", "$2");
            boolean open = bare.isEmpty() || Placeholders.isPlaceholder(bare);
            if (!open || value.isEmpty() || bare.equals(value)) {
                return Edits.unchanged(file);
            }
            String text = file.substring(0, line.start(2)) + quoted(value) + file.substring(line.end(2));
            return Edits.changed(text, "Set `" + name + "`.");
        }
        boolean open = !file.isEmpty() && !file.endsWith("\n");
        return Edits.changed(file + (open ? eol : "") + name + "=" + quoted(value) + eol, "Added `" + name + "`.");
    }

    private static String quoted(String value) {
        if (PLAIN.matcher(value).matches() || value.matches("[\\w./:@%+,= -]*") && value.strip().equals(value)) {
            return value;
        }
        return value.contains("'") ? "\"" + value.replace("\"", "\\\"") + "\"" : "'" + value + "'";
    }
}
