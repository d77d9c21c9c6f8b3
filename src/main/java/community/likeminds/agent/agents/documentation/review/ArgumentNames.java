package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.LabelledCalls.Argument;
import community.likeminds.agent.agents.documentation.review.LabelledCalls.Call;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds calls of one function whose arguments are named differently in different places. Two names are the same argument when both get
 * the same value and one of them is the value's own name ({@code userId: userId} here, {@code uuid: userId} there); arguments that are left out are no
 * contradiction.
 */
final class ArgumentNames {

    private static final Set<String> NO_NAMES = Set.of("", "null", "nil", "none", "true", "false", "self", "this", "it", "value", "x");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[a-z]+[A-Z_].*|[A-Z][a-z0-9]+[A-Z].*|[A-Z]{2,}[a-z].*|[a-z]+_.*");

    private ArgumentNames() {}

    private record Use(PageText page, int line, String language, Call call) {}

    static List<Draft> of(List<PageText> pages) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (PageText page : pages) {
            for (Block block : page.code()) {
                CodeBlock code = block.code();
                if (code == null || !LabelledCalls.knows(code.language())) {
                    continue;
                }
                for (Call call : LabelledCalls.of(code.language(), code.code())) {
                    String callee = callee(call);
                    if (!callee.isEmpty()) {
                        String language = code.language().toLowerCase(Locale.ROOT);
                        int line = SnippetLines.onPage(page, block, code.code(), call.line());
                        uses.computeIfAbsent(NameCheck.sdk(page) + "|" + callee, key -> new ArrayList<>()).add(new Use(page, line, language, call));
                    }
                }
            }
        }
        List<Draft> found = new ArrayList<>();
        uses.values().forEach(some -> compare(some, found));
        return found;
    }

    /** The type at the receiver's root and the name, or the name alone when it says enough. */
    private static String callee(Call call) {
        String root = call.receiver().isEmpty() ? "" : call.receiver().substring(0, Math.max(0, (call.receiver() + ".").indexOf('.')));
        boolean type = !root.isEmpty() && Character.isUpperCase(root.charAt(0));
        if (type) {
            return root + "." + call.name();
        }
        return SEVERAL_WORDS.matcher(call.name()).matches() ? call.name() : "";
    }

    private static void compare(List<Use> uses, List<Draft> found) {
        Map<String, Integer> counts = new HashMap<>();
        uses.forEach(use -> use.call().arguments().stream().map(Argument::label).distinct().forEach(label -> counts.merge(label, 1, Integer::sum)));
        Set<String> reported = new HashSet<>();
        for (Use use : uses) {
            for (Argument argument : use.call().arguments()) {
                for (Use other : uses) {
                    String rival = rival(use, argument, other);
                    if (rival.isEmpty() || !weaker(argument.label(), rival, counts, use, other)) {
                        continue;
                    }
                    if (reported.add(use.page().path() + ":" + use.line() + ":" + argument.label())) {
                        found.add(draft(use, argument, other, rival));
                    }
                    break;
                }
            }
        }
    }

    /** The label under which another call gets what this argument is, or empty. */
    private static String rival(Use use, Argument argument, Use other) {
        if (other.call().has(argument.label()) && !argument.label().equals("_") || other == use) {
            return "";
        }
        String value = word(argument.value());
        if (NO_NAMES.contains(value)) {
            return "";
        }
        boolean strict = LabelledCalls.STRICT.contains(use.language()) && LabelledCalls.STRICT.contains(other.language());
        for (Argument one : other.call().arguments()) {
            boolean unlabelled = argument.label().equals("_") || one.label().equals("_");
            if (one.label().equals(argument.label()) || use.call().has(one.label()) || unlabelled && !strict || !word(one.value()).equals(value)) {
                continue;
            }
            boolean named = word(argument.label()).equals(value) || word(one.label()).equals(value);
            boolean similar = LabelledCalls.knows(use.language()) && Nearest.plain(argument.label()).equals(Nearest.plain(one.label()));
            boolean script = SnippetLanguage.of(use.language()).filter(language -> language == SnippetLanguage.SCRIPT).isPresent();
            if (script ? similar : named || similar) {
                return one.label();
            }
        }
        return "";
    }

    /** The name that is used less; of two equals the one that comes later. */
    private static boolean weaker(String label, String rival, Map<String, Integer> counts, Use use, Use other) {
        int own = counts.getOrDefault(label, 0);
        int theirs = counts.getOrDefault(rival, 0);
        int order = use.page().path().compareTo(other.page().path());
        return own < theirs || own == theirs && (order > 0 || order == 0 && use.line() > other.line());
    }

    /** Letters of a value, without the words that ask the reader to fill it in. */
    private static String word(String value) {
        if (!value.matches("[\"'`]?[\\w .$-]{1,60}[\"'`]?(?:\\.\\w+)?")) {
            return "";
        }
        return Nearest.plain(value.replaceFirst("(?i)^[\"'`]?(?:your|my|enter|the|insert)[ _-]?", ""));
    }

    private static Draft draft(Use use, Argument argument, Use other, String rival) {
        String receiver = use.call().receiver().isEmpty() ? "" : use.call().receiver() + ".";
        String name = receiver + use.call().name();
        String mine = argument.label().equals("_") ? "gets '" + argument.value() + "' without a label" : "gets '" + argument.value() + "' as '" + argument.label() + "'";
        String theirs = rival.equals("_") ? "without a label" : "as '" + rival + "'";
        return Draft.of(FindingKind.NAME_CONTRADICTION, Level.WARNING, use.page(), use.line(), name + " " + argument.label() + " " + rival,
                        name + " " + mine + " here and " + theirs + " in " + other.page().path() + ":" + other.line() + ".",
                        "Use the name that the SDK has in both places.")
                .withCandidates(rival.equals("_") ? List.of() : List.of(rival));
    }
}
