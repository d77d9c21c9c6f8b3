package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds parameters that a table spells in one way and every snippet of the page in another. */
final class TableNames {

    private static final Pattern HEADER = Pattern.compile("(?i)(?:parameter|param|property|prop|argument|arg|field|attribute|option|variable|key|name)s?");
    private static final Pattern NAME = Pattern.compile("[`*_]*([A-Za-z][A-Za-z0-9_]{3,})[`*_?]*");
    private static final Pattern IN_CODE = Pattern.compile("(?<![\\w\"'`/.-])([A-Za-z][A-Za-z0-9_]{3,})(?=\\s*(?:[:=](?!=)|\\())|\\.(?:set)?([A-Za-z][A-Za-z0-9_]{3,})(?=\\s*\\()|[\"']([A-Za-z][A-Za-z0-9_]{3,})[\"'](?=\\s*:)");

    private TableNames() {}

    static List<Draft> of(PageText page) {
        Map<String, Set<String>> code = code(page);
        List<Draft> found = new ArrayList<>();
        if (code.isEmpty()) {
            return found;
        }
        Set<String> reported = new HashSet<>();
        boolean names = false;
        for (int i = 0; i < page.prose().size(); i++) {
            String line = page.prose().get(i).strip();
            if (!line.startsWith("|")) {
                names = false;
                continue;
            }
            String[] cells = line.substring(1).split("(?<!\\\\)\\|");
            String first = cells.length == 0 ? "" : cells[0].strip();
            if (HEADER.matcher(first.replaceAll("[*`_]", "")).matches()) {
                names = true;
                continue;
            }
            Matcher name = NAME.matcher(first);
            if (!names || !name.matches()) {
                continue;
            }
            String documented = name.group(1);
            Set<String> spellings = code.getOrDefault(Nearest.plain(documented), Set.of());
            if (Character.isUpperCase(documented.charAt(0))) {
                continue; // A label for people rather than a name.
            }
            boolean script = spellings.stream().noneMatch(one -> one.equalsIgnoreCase(documented));
            if (!spellings.isEmpty() && !spellings.contains(documented) && !(script && snakeAndCamel(documented, spellings)) && reported.add(documented)) {
                found.add(Draft.of(FindingKind.NAME_CONTRADICTION, Level.WARNING, page, i + 1, "table " + documented,
                                "The table calls the parameter '" + documented + "', the snippets of the page call it '" + String.join("', '", spellings) + "'.",
                                "Use the name that the SDK has in both places.")
                        .withCandidates(List.copyOf(spellings)));
            }
        }
        return found;
    }

    /** Names of a wire format and of a language: both are right in their places. */
    private static boolean snakeAndCamel(String documented, Set<String> spellings) {
        return documented.contains("_") || spellings.stream().anyMatch(one -> one.contains("_"));
    }

    /** Spellings of names in the page's snippets by their letters. */
    private static Map<String, Set<String>> code(PageText page) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Block block : page.code()) {
            CodeBlock code = block.code();
            if (code == null || code.language().toLowerCase(Locale.ROOT).matches("bash|sh|shell|text|txt|console|diff")) {
                continue;
            }
            Matcher name = IN_CODE.matcher(code.code());
            while (name.find()) {
                for (int group = 1; group <= 3; group++) {
                    String one = name.group(group);
                    if (one != null) {
                        names.computeIfAbsent(Nearest.plain(one), key -> new HashSet<>()).add(one);
                    }
                }
            }
        }
        // A type and a variable of its name differ in case and are both right.
        names.values().forEach(all -> all.removeIf(one -> Character.isUpperCase(one.charAt(0))));
        names.values().removeIf(Set::isEmpty);
        return names;
    }
}
