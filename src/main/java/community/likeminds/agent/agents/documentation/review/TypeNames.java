package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of types that are written with other capitals than almost everywhere else in the same SDK's pages. */
final class TypeNames {

    private static final Pattern NAME = Pattern.compile("(?<![\\w/.@#-])([A-Z][A-Za-z0-9]{7,})(?![\\w-]|\\.(?:mdx?|png|svg|html|js|ts)\\b)");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final int FREQUENT = 4;
    private static final int TIMES = 4;

    private TypeNames() {}

    private record Use(PageText page, int line, String name) {}

    static List<Draft> of(List<PageText> pages) {
        Map<String, Map<String, List<Use>>> spellings = new TreeMap<>();
        for (PageText page : pages) {
            if (page.isMarkdown()) {
                collect(page, spellings);
            }
        }
        List<Draft> found = new ArrayList<>();
        spellings.values().stream().filter(one -> one.size() > 1).forEach(one -> report(one, found));
        return found;
    }

    private static void collect(PageText page, Map<String, Map<String, List<Use>>> spellings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < page.lines().size(); i++) {
            boolean code = page.prose().get(i).isEmpty();
            String line = page.lines().get(i);
            if (code) {
                names(page, i + 1, line, seen, spellings);
            } else {
                Matcher inline = INLINE.matcher(line);
                while (inline.find()) {
                    names(page, i + 1, inline.group(1), seen, spellings);
                }
            }
        }
    }

    private static void names(PageText page, int line, String text, Set<String> seen, Map<String, Map<String, List<Use>>> spellings) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String one = name.group(1);
            boolean humps = one.chars().filter(Character::isUpperCase).count() >= 2 && one.chars().anyMatch(Character::isLowerCase);
            if (humps && seen.add(one)) {
                spellings.computeIfAbsent(NameCheck.sdk(page) + "|" + one.toLowerCase(Locale.ROOT), key -> new HashMap<>())
                        .computeIfAbsent(one, key -> new ArrayList<>()).add(new Use(page, line, one));
            }
        }
    }

    private static void report(Map<String, List<Use>> spellings, List<Draft> found) {
        String usual = spellings.entrySet().stream().max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size()))).orElseThrow().getKey();
        int often = spellings.getOrDefault(usual, List.of()).size();
        spellings.forEach((name, uses) -> {
            if (name.equals(usual) || often < FREQUENT || often < TIMES * uses.size()) {
                return;
            }
            for (Use use : uses) {
                found.add(Draft.of(FindingKind.NAME_CONTRADICTION, Level.WARNING, use.page(), use.line(), name,
                                "The name '" + name + "' is written '" + usual + "' on " + often + " other pages of the same SDK.",
                                "Write it the same way everywhere.")
                        .withCandidates(List.of(usual)));
            }
        });
    }
}
