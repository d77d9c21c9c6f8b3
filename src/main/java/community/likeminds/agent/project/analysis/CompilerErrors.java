package community.likeminds.agent.project.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the first error, and the files that errors name, in what compilers and bundlers print. */
final class CompilerErrors {

    private static final String FILE = "((?:[A-Za-z]:)?[^\\s:()\\[\\]'\"]+\\.(?:tsx?|mts|cts|jsx?|mjs|cjs|vue|svelte|astro|java|kts?|go|css|scss|json|html|xml))";

    /** Forms that name a file, the most telling first. */
    private static final List<Pattern> WITH_FILE = List.of(
            // tsc, vue-tsc
            Pattern.compile("(?m)^" + FILE + "[(:](\\d+)[,:]\\d+\\)?(?::| -) error (?:TS\\d+: )?(?<text>.*)$"),
            // javac through Maven
            Pattern.compile("(?m)^\\[ERROR\\] " + FILE + ":\\[(\\d+),\\d+\\] (?<text>.*)$"),
            // javac through Gradle, and kotlinc
            Pattern.compile("(?m)^(?:e: )?(?:file://)?" + FILE + ":(\\d+):(?:\\d+:?)? (?:error: )?(?<text>.*)$"),
            // Next.js
            Pattern.compile("(?m)^(?:\\./)?" + FILE + ":(\\d+):\\d+\\s*\\n(?<text>(?:Type error: |Module not found: |Error: |.*).*)$"),
            // Rollup, Vite
            Pattern.compile("(?m)^(?:.*Error: )?" + FILE + " \\((\\d+):\\d+\\): (?<text>.*)$"),
            Pattern.compile("(?<text>(?:Rollup failed to resolve import|Failed to resolve import|Could not resolve) .*? from \"" + FILE + "\")"),
            // Node.js
            Pattern.compile("(?m)^(?:file://)?" + FILE + ":(\\d+)\\n(?:.*\\n){0,4}?(?<text>(?:\\w*Error): .*)$"));

    private static final List<Pattern> WITHOUT_FILE = List.of(
            Pattern.compile("(?m)^\\s*(?:✘ )?\\[ERROR\\][ \\t]+(?<text>(?!Tests run|Failed to execute|\\s*$|-> |To see|Re-run|For more|COMPILATION|Failures:|Errors:|See |Process exited).*\\S.*)$"),
            Pattern.compile("(?m)^\\[ERROR\\] Failed to execute goal \\S+ (?:\\([^)]*\\) )?on project [^:\\n]+: (?<text>.*?)(?: -> \\[Help \\d+\\])?$"),
            Pattern.compile("(?m)^(?:\\S+ )?(?<text>(?:error|Error|ERROR)\\b.{4,})$"),
            Pattern.compile("(?m)^(?<text>.*\\b\\w*Error: .*)$"),
            Pattern.compile("(?mi)^(?<text>.*\\b(?:error|failed|cannot find)\\b.*)$"));

    private static final Pattern ANY_FILE = Pattern.compile(FILE);

    private CompilerErrors() {}

    /** One line: file, line and message of the first error, or the last line when nothing looks like one. */
    static String first(String output) {
        String best = "";
        int start = Integer.MAX_VALUE;
        for (Pattern pattern : WITH_FILE) {
            Matcher match = pattern.matcher(output);
            if (match.find() && match.start() < start) {
                start = match.start();
                best = describe(match);
            }
        }
        if (!best.isEmpty()) {
            return best;
        }
        for (Pattern pattern : WITHOUT_FILE) {
            Matcher match = pattern.matcher(output);
            if (match.find()) {
                return Findings.oneLine(match.group("text"), 300);
            }
        }
        return Findings.oneLine(output.strip().lines().reduce((a, b) -> b).orElse("it said nothing"), 300);
    }

    private static String describe(Matcher match) {
        String text = match.group("text");
        Optional<String> file = file(match);
        if (file.isEmpty() || text.contains(file.get())) {
            return Findings.oneLine(text, 300);
        }
        String line = match.groupCount() >= 3 && match.group(2) != null ? ":" + match.group(2) : "";
        return Findings.oneLine(file.get() + line + ": " + text, 300);
    }

    private static Optional<String> file(Matcher match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null && ANY_FILE.matcher(match.group(i)).matches()) {
                return Optional.of(match.group(i));
            }
        }
        return Optional.empty();
    }

    /** Every file that an error names, as the output spells it. */
    static Set<String> files(String output) {
        Set<String> files = new LinkedHashSet<>();
        for (Pattern pattern : WITH_FILE) {
            Matcher match = pattern.matcher(output);
            while (match.find()) {
                file(match).ifPresent(files::add);
            }
        }
        return files;
    }

    /** Those of the project's files that an error names. */
    static Set<String> among(Set<String> paths, String output) {
        Set<String> found = new LinkedHashSet<>();
        for (String named : files(output)) {
            String plain = named.replace('\\', '/').replaceFirst("^\\./", "");
            for (String path : paths) {
                if (path.equals(plain) || path.endsWith("/" + plain) || plain.endsWith("/" + path)) {
                    found.add(path);
                }
            }
        }
        return found;
    }
}
