package community.likeminds.agent.agents.documentation.contextretrieval;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of code that a passage uses and a reader may want defined, the most telling first. */
final class UsedNames {

    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCED = Pattern.compile("(?m)^```.*$([\\s\\S]*?)^```\\s*$");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\()?");
    /** Composed of several words, as names that somebody invented are: {@code openChat}, {@code ChatClient}, {@code MAX_SIZE}. */
    private static final Pattern COMPOSED = Pattern.compile(".*(?:\\p{Ll}\\p{Lu}|\\p{Lu}\\p{Lu}\\p{Ll}|\\p{L}_\\p{L}).*");

    private static final Pattern PLAIN = Pattern.compile("\\b(?:(\\p{Ll}\\w{2,})\\(|(\\p{Lu}\\p{Ll}\\w+)\\b)");

    private static final double ASKED = 4;
    private static final double INLINE_WEIGHT = 2;
    private static final double CALLED = 1;
    private static final double FURTHER = 0.1;

    private UsedNames() {}

    /** @param asked names in the question */
    static List<String> in(String text, Set<String> asked, int most) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Matcher fenced = FENCED.matcher(text);
        while (fenced.find()) {
            collect(fenced.group(1), 0, weights);
        }
        Matcher inline = INLINE.matcher(fenced.replaceAll(" "));
        while (inline.find()) {
            collect(inline.group(1), INLINE_WEIGHT, weights);
        }
        return best(weights, asked, most);
    }

    /** The same of a passage that is nothing but code: besides composed names those that are called and those of types. */
    static List<String> inCode(String code, Set<String> asked, int most) {
        Map<String, Double> weights = new LinkedHashMap<>();
        collect(code, CALLED, weights);
        Matcher plain = PLAIN.matcher(code);
        while (plain.find()) {
            weights.merge(plain.group(1) == null ? plain.group(2) : plain.group(1), 0.0, (before, more) -> before + FURTHER);
        }
        return best(weights, asked, most);
    }

    private static List<String> best(Map<String, Double> weights, Set<String> asked, int most) {
        asked.forEach(name -> weights.computeIfPresent(name, (key, weight) -> weight + ASKED));
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void collect(String code, double weight, Map<String, Double> weights) {
        Matcher names = NAME.matcher(code);
        while (names.find()) {
            boolean called = names.group(1) != null;
            String whole = called ? names.group().substring(0, names.group().length() - 1) : names.group();
            for (String name : whole.split("\\.")) {
                if (COMPOSED.matcher(name).matches()) {
                    double now = weight + (called && whole.endsWith(name) ? CALLED : 0);
                    weights.merge(name, now, (before, more) -> Math.max(before, more) + FURTHER);
                }
            }
        }
    }
}
