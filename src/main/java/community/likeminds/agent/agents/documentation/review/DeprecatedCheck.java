package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in a snippet that its package has deprecated: what it imports from it, and members that only the package's types have. */
final class DeprecatedCheck {

    private static final Pattern IMPORT = Pattern.compile("import\\s+(?:type\\s+)?(?:[\\w$]+\\s*,\\s*)?\\{([^}]*)}\\s*from\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern MEMBER = Pattern.compile("\\.([a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+)\\b(?!\\s*=[^=>])");
    private static final Pattern DEPRECATED = Pattern.compile("(?i)deprecat");
    /** Lines around a name that may say the same in other words. */
    private static final int NEAR = 20;
    private static final Pattern SAID = Pattern.compile("(?i).*(?:legacy|obsolete|no longer|old way|instead of|replaced by).*");
    private static final int LONGEST = 160;

    private final Map<String, DeprecatedNames> packages;

    /** @param packages names by package */
    DeprecatedCheck(Map<String, DeprecatedNames> packages) {
        this.packages = Map.copyOf(packages);
    }

    List<Draft> of(SymbolCheck.Snippet snippet) {
        List<Draft> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Matcher imports = IMPORT.matcher(snippet.text());
        while (imports.find()) {
            String name = PackageMentions.packageOf(imports.group(2));
            DeprecatedNames names = packages.get(name);
            if (names == null) {
                continue;
            }
            used.add(name);
            for (String part : imports.group(1).split(",")) {
                String symbol = part.strip().replaceFirst("^type\\s+", "").replaceFirst("\\s+as\\s+.*", "");
                if (names.exports().containsKey(symbol)) {
                    found.add(draft(snippet, imports.start(1) + Math.max(0, imports.group(1).indexOf(symbol)), symbol, name, names.exports().getOrDefault(symbol, "")));
                }
            }
        }
        Set<String> told = new HashSet<>();
        Matcher members = MEMBER.matcher(snippet.text());
        while (members.find()) {
            String symbol = members.group(1);
            for (String name : used) {
                DeprecatedNames names = packages.get(name);
                if (names != null && names.members().containsKey(symbol) && told.add(symbol)) {
                    found.add(draft(snippet, members.start(1), symbol, name, names.members().getOrDefault(symbol, "")));
                }
            }
        }
        // A page that says so itself shows the name on purpose.
        return found.stream().filter(one -> !said(snippet.page(), one)).toList();
    }

    private static boolean said(PageText page, Draft draft) {
        int from = Math.max(0, draft.lines().start() - NEAR);
        int to = Math.min(page.lines().size(), draft.lines().start() + NEAR);
        return page.lines().stream().anyMatch(line -> DEPRECATED.matcher(line).find())
                || page.lines().subList(from, to).stream().anyMatch(line -> SAID.matcher(line).matches());
    }

    private static Draft draft(SymbolCheck.Snippet snippet, int offset, String symbol, String name, String advice) {
        int line = 1 + (int) snippet.text().substring(0, offset).chars().filter(c -> c == '\n').count();
        String told = advice.isEmpty() ? "" : ": " + (advice.length() > LONGEST ? advice.substring(0, LONGEST) + "…" : advice);
        return Draft.of(FindingKind.SYMBOL_DEPRECATED, Level.WARNING, snippet.page(), SnippetLines.onPage(snippet.page(), snippet.block(), snippet.text(), line), symbol,
                "The snippet uses " + symbol + ", which " + name + " has deprecated" + told + (told.endsWith(".") ? "" : "."),
                "Show what takes its place, or say that it is deprecated.");
    }
}
