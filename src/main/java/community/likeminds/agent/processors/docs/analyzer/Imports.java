package community.likeminds.agent.processors.docs.analyzer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page or part imports: documentation, which stands in the place of its tag, and code of the site, which may be shown as text. */
final class Imports {

    private static final Pattern IMPORT = Pattern.compile("^\\s{0,8}import\\s{1,4}(\\w{1,80})\\s{1,4}from\\s{1,4}[\"']([^\"']{1,300})[\"'];?\\s{0,8}$");
    private static final Pattern SHOWN = Pattern.compile("^\\s{0,40}<(?:CodeBlock|Code|Snippet)\\b([^<>]{0,300})>\\s{0,8}\\{(\\w{1,80})\\}\\s{0,8}</(?:CodeBlock|Code|Snippet)>\\s{0,8}$");

    private final Map<String, String> all = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();

    void read(String line) {
        Matcher matcher = IMPORT.matcher(line);
        if (matcher.matches()) {
            String target = matcher.group(2);
            all.put(matcher.group(1), target);
            if (target.endsWith(".md") || target.endsWith(".mdx") || target.endsWith(".markdown")) {
                pages.put(matcher.group(1), target);
            }
        }
    }

    /** Names of those that are documentation, with their files. */
    Map<String, String> pages() {
        return pages;
    }

    /** {@code <CodeBlock>{Example}</CodeBlock>} with the example imported as text. */
    @Nullable Include shown(String line, int index) {
        Matcher matcher = all.isEmpty() ? null : SHOWN.matcher(line);
        String target = matcher != null && matcher.matches() ? all.getOrDefault(matcher.group(2), "") : "";
        boolean raw = target.startsWith("!!raw-loader!") || target.endsWith("?raw");
        return raw ? new Include(target.replace("!!raw-loader!", "").replace("?raw", ""), Map.of(), true, "", index) : null;
    }
}
