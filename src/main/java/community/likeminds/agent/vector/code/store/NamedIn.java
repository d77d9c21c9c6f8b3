package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.processors.code.CodeChunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says how well a query names what a passage defines: {@code fill buffer} names {@code fillBuffer}, {@code List.of} names {@code of} of List. */
final class NamedIn {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$@#][\\p{L}\\p{N}_$.#:]*(?:\\(\\))?");
    private static final Pattern COMPOSED = Pattern.compile(".*(?:\\p{Ll}\\p{Lu}|[_.#:]\\p{L}|\\(\\)).*");
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private final String text;
    private final Set<String> stems;
    private final boolean identifier;

    NamedIn(String query) {
        this.text = query.strip();
        this.stems = parts(text).stream().map(NamedIn::stem).collect(Collectors.toSet());
        this.identifier = IDENTIFIER.matcher(text).matches();
    }

    /** Whether the query is a name rather than a question. */
    boolean identifier() {
        return identifier && (COMPOSED.matcher(text).matches() || !text.contains(" "));
    }

    /** 1 when the query is the name of something in the passage, else the share of the name's parts that the query has. */
    double of(CodeChunk chunk) {
        String asked = text.replace("()", "").replace('#', '.').replace("::", ".").toLowerCase(Locale.ROOT);
        String qualified = chunk.qualifiedName().toLowerCase(Locale.ROOT);
        if (identifier && (qualified.equals(asked) || qualified.endsWith("." + asked)
                || chunk.names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(asked)))) {
            return 1;
        }
        double best = 0;
        for (String name : chunk.names()) {
            List<String> parts = parts(name);
            long found = parts.stream().filter(part -> stems.contains(stem(part))).count();
            if (!parts.isEmpty()) {
                best = Math.max(best, (double) found / parts.size());
            }
        }
        return best;
    }

    static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : PARTS.split(name)) {
            if (!part.isBlank()) {
                parts.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    /** Enough to see that "returns" is "return" and "added" is "add". */
    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String ending : List.of("ing", "ed", "es", "s")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending) && !word.endsWith("ss")) {
                String stem = word.substring(0, word.length() - ending.length());
                return stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
            }
        }
        return word.length() > 3 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    static Set<String> words(String text) {
        return new HashSet<>(parts(text));
    }
}
