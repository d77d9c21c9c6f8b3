package community.likeminds.agent.processors.code.javascript;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script inside a component file of Vue, Svelte or Astro.
 *
 * @param start offset of the script's first character in the file
 * @param end offset behind its last one
 * @param typescript whether it is TypeScript
 */
public record Scripts(int start, int end, boolean typescript) {

    private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b([^>]*)>(.*?)</script\\s*>");
    private static final Pattern FRONT = Pattern.compile("(?s)\\A---[ \\t]*\\r?\\n(.*?)^---[ \\t]*$", Pattern.MULTILINE);

    /** Whether files of this name hold a script among other things. */
    public static boolean isComponentFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".vue") || name.endsWith(".svelte") || name.endsWith(".astro");
    }

    /** The script that set-up code belongs into: the front matter, {@code <script setup>}, or the first script. */
    public static Optional<Scripts> find(String path, String text) {
        if (path.toLowerCase(Locale.ROOT).endsWith(".astro")) {
            Matcher front = FRONT.matcher(text);
            return front.find() ? Optional.of(new Scripts(front.start(1), front.end(1), true)) : Optional.empty();
        }
        Scripts first = null;
        Matcher matcher = SCRIPT.matcher(text);
        while (matcher.find()) {
            String attributes = matcher.group(1);
            boolean typescript = attributes.matches("(?is).*lang\\s*=\\s*[\"']?ts.*");
            Scripts one = new Scripts(matcher.start(2), matcher.end(2), typescript);
            if (attributes.matches("(?is).*\\bsetup\\b.*")) {
                return Optional.of(one);
            }
            boolean module = attributes.matches("(?is).*(context|module).*");
            if (first == null && !module) {
                first = one;
            }
        }
        return Optional.ofNullable(first);
    }

    /** The indentation that every line of a script has. */
    public static String indent(String script) {
        String common = null;
        for (String line : script.split("\n", -1)) {
            if (!line.isBlank()) {
                String own = JsText.indentAt(line, 0);
                while (common != null && !own.startsWith(common)) {
                    common = common.substring(0, common.length() - 1);
                }
                common = common == null ? own : common;
            }
        }
        return common == null ? "" : common;
    }

    public static String dedented(String script, String base) {
        return base.isEmpty() ? script : script.replaceAll("(?m)^" + base + "(?=[^\r\n]*\\S)", "");
    }

    public static String indented(String script, String base) {
        return base.isEmpty() ? script : script.replaceAll("(?m)^(?=[^\r\n]*\\S)", base);
    }
}
