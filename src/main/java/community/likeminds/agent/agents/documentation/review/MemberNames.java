package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds members of types that are called with other capitals than elsewhere in the same SDK's pages: on the same type, or on one of a family of
 * types ({@code …Request}) that is otherwise always made in one way.
 */
final class MemberNames {

    /** A nested class that is made with {@code new} is no other name of a method. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.$])(?<!new )([A-Z][A-Za-z0-9]{3,})\\.([A-Za-z][A-Za-z0-9]+)\\s*\\(");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]{3,200})`");
    private static final Pattern LAST_WORD = Pattern.compile("[A-Z][a-z0-9]+$");
    private static final int FREQUENT = 8;
    private static final int TIMES = 4;

    private MemberNames() {}

    private record Use(PageText page, int line, String type, String member) {

        /** What types that are made alike have in common. */
        String family() {
            Matcher last = LAST_WORD.matcher(type);
            return last.find() ? last.group() : type;
        }
    }

    static List<Draft> of(List<PageText> pages) {
        Map<String, List<Use>> uses = new TreeMap<>();
        for (PageText page : pages) {
            if (page.isMarkdown()) {
                for (Block block : page.code()) {
                    collect(page, block, uses);
                }
                inline(page, uses);
            }
        }
        List<Draft> found = new ArrayList<>();
        uses.values().forEach(some -> report(some, found));
        return found;
    }

    private static void collect(PageText page, Block block, Map<String, List<Use>> uses) {
        CodeBlock code = block.code();
        if (code == null || code.language().isEmpty()) {
            return;
        }
        String text = code.code();
        String[] lines = text.split("\n", -1);
        Matcher call = CALL.matcher(text);
        int line = 1;
        int counted = 0;
        while (call.find()) {
            for (; counted < call.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            add(new Use(page, SnippetLines.onPage(page, block, lines, line), call.group(1), call.group(2)), code.language(), uses);
        }
    }

    /** Calls that prose names are of the language of the page's code. */
    private static void inline(PageText page, Map<String, List<Use>> uses) {
        String language = page.page().facts().language();
        for (int i = 0; i < page.prose().size() && !language.isEmpty(); i++) {
            Matcher code = INLINE.matcher(page.prose().get(i));
            while (code.find()) {
                Matcher call = CALL.matcher(code.group(1));
                while (call.find()) {
                    add(new Use(page, i + 1, call.group(1), call.group(2)), language, uses);
                }
            }
        }
    }

    private static void add(Use use, String fence, Map<String, List<Use>> uses) {
        String lower = fence.toLowerCase(Locale.ROOT);
        String language = SnippetLanguage.of(lower).map(SnippetLanguage::name).orElse(lower.equals("kt") ? "kotlin" : lower);
        uses.computeIfAbsent(NameCheck.sdk(use.page()) + "|" + language + "|" + use.family() + "|" + use.member().toLowerCase(Locale.ROOT),
                key -> new ArrayList<>()).add(use);
    }

    private static void report(List<Use> uses, List<Draft> found) {
        Map<String, List<Use>> spellings = uses.stream().collect(Collectors.groupingBy(Use::member, TreeMap::new, Collectors.toList()));
        if (spellings.size() < 2) {
            return;
        }
        String usual = spellings.entrySet().stream().max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.size(), b.size()))).orElseThrow().getKey();
        List<Use> often = spellings.getOrDefault(usual, List.of());
        Set<String> types = often.stream().map(Use::type).collect(Collectors.toSet());
        spellings.forEach((member, some) -> {
            if (member.equals(usual)) {
                return;
            }
            for (Use use : some) {
                boolean same = types.contains(use.type());
                if (same || often.size() >= FREQUENT && often.size() >= TIMES * some.size() && types.size() >= TIMES) {
                    String where = same ? "'" + use.type() + "." + usual + "' elsewhere" : "'" + usual + "' on " + types.size() + " other types of its kind";
                    found.add(Draft.of(FindingKind.NAME_CONTRADICTION, Level.WARNING, use.page(), use.line(), use.type() + "." + member,
                                    "'" + use.type() + "." + member + "' is written " + where + " in the pages of the same SDK.", "Use the name that the SDK has.")
                            .withCandidates(List.of(use.type() + "." + usual)));
                }
            }
        });
    }
}
