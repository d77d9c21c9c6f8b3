package community.likeminds.agent.agents.coding.codevalidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a new file that holds markup the extension that bundlers and compilers expect of it. */
final class MarkupEndings implements Repair {

    private static final List<Pattern> SAID = List.of(
            Pattern.compile("(?s)If you are using JSX, make sure to name the file with the \\.jsx or \\.tsx extension.{0,2000}?([\\w@./\\\\-]+\\.[jt]s)\\b"),
            Pattern.compile("(?s)([\\w@./\\\\-]+\\.[jt]s)\\b[^\\n]{0,200}(?:The JSX syntax extension is not currently enabled|JSX syntax is disabled)"),
            Pattern.compile("(?s)(?:The JSX syntax extension is not currently enabled|JSX syntax is disabled).{0,400}?([\\w@./\\\\-]+\\.[jt]s)\\b"),
            Pattern.compile("([\\w@./\\\\-]+\\.[jt]s) \\(\\d+:\\d+\\): (?:Expression expected|Unexpected token|Unexpected JSX)"),
            Pattern.compile("([\\w@./\\\\-]+\\.[jt]s):\\d+:\\d+: [^\\n]*(?:Unexpected JSX|Unexpected token|parse)"),
            Pattern.compile("does not parse: ([\\w@./\\\\-]+\\.[jt]s):\\d+"));
    private static final Pattern MARKUP = Pattern.compile("(?:[(=>?:&|]|return)\\s*<(?:>|[A-Za-z][\\w.]*(?:\\s+[\\w:-]+(?:=|\\s|>|/)|\\s*/?>))");

    @Override
    public Optional<Mended> mend(Broken broken) {
        for (Pattern form : SAID) {
            Matcher said = form.matcher(broken.output());
            while (said.find()) {
                String named = said.group(1).replace('\\', '/');
                for (String path : broken.texts().keySet()) {
                    if ((path.equals(named) || named.endsWith("/" + path) || path.endsWith("/" + named.replaceFirst("^\\./", ""))) && broken.created(path)
                            && MARKUP.matcher(broken.texts().getOrDefault(path, "")).find()) {
                        return Optional.of(moved(broken, path));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Mended moved(Broken broken, String path) {
        String now = path + "x";
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(now, broken.texts().getOrDefault(path, ""));
        String file = path.substring(path.lastIndexOf('/') + 1);
        Pattern naming = Pattern.compile("((?:from|import|import\\()\\s*['\"][^'\"\\n]*/)" + Pattern.quote(file) + "(['\"])");
        broken.texts().forEach((other, text) -> {
            String changed = naming.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(file) + "x$2");
            if (!other.equals(path) && !changed.equals(text)) {
                texts.put(other, changed);
            }
        });
        return new Mended(texts, Map.of(path, now), "The build does not take markup in " + path + ". The new file is called " + now + " now.");
    }
}
