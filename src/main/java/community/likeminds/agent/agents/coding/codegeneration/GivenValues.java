package community.likeminds.agent.agents.coding.codegeneration;

import community.likeminds.agent.shared.AgentException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a person gave, which plans name but never hold. */
public final class GivenValues {

    private static final Pattern MARK = Pattern.compile("\\{\\{value:([^{}\\s]+)}}");

    private static final Pattern SECRET = Pattern.compile("(?i)secret|private|passw|token|server|admin");

    /** Shorter values are no secrets, and stand in ordinary code by chance. */
    private static final int SHORTEST = 4;

    private final Map<String, String> given;

    public GivenValues(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** Values that must not be shown. */
    public List<String> secrets() {
        return given.values().stream().filter(value -> value.length() >= SHORTEST).sorted().toList();
    }

    /** Those that must not stand in pages which everybody reads: what a guide has such a page say is no secret unless it is called one. */
    public List<String> secretsOfPages() {
        return given.entrySet().stream().filter(one -> one.getValue().length() >= SHORTEST && secret(one.getKey())).map(Map.Entry::getValue).sorted().toList();
    }

    /** Whether a name says that nobody may read the value. */
    public static boolean secret(String name) {
        return SECRET.matcher(name).find();
    }

    String of(String name) {
        return given.getOrDefault(name, "");
    }

    /** Names under which the value of a variable may have been given, the likeliest first. */
    List<String> namesFor(String variable) {
        Comparator<String> byLikeness = Comparator.comparing(name -> !means(variable, name));
        return given.keySet().stream().sorted(byLikeness.thenComparing(Comparator.naturalOrder())).toList();
    }

    /** The value that was given for a variable, with a framework's prefix or without it; empty when there is none. */
    public String forVariable(String variable) {
        return namesFor(variable).stream().filter(name -> means(variable, name)).map(this::of).findFirst().orElse("");
    }

    private static boolean means(String variable, String name) {
        return variable.equals(name) || variable.endsWith("_" + name);
    }

    /** The text with a mark in place of every given value. */
    String hidden(String text) {
        String hidden = text;
        List<Map.Entry<String, String>> longestFirst = given.entrySet().stream()
                .filter(one -> one.getValue().length() >= SHORTEST)
                .sorted(Comparator.<Map.Entry<String, String>>comparingInt(one -> -one.getValue().length()).thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, String> one : longestFirst) {
            hidden = Pattern.compile("(?<![\\w:-])" + Pattern.quote(one.getValue()) + "(?![\\w-])").matcher(hidden)
                    .replaceAll(Matcher.quoteReplacement("{{value:" + one.getKey() + "}}"));
        }
        return hidden;
    }

    /** The text with values in place of marks; throws {@code value-missing}. */
    String shown(String text) {
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(required(mark.group(1))));
    }

    /** The value of a given name; throws {@code value-missing}. */
    public String required(String name) {
        String value = given.get(name);
        if (value == null) {
            throw AgentException.badInput(
                    "value-missing", "The plan needs a value for " + name + ", which is not given; plans never hold values.",
                    "Add --set " + name + "=VALUE, or --set " + name + " for a variable of the environment.");
        }
        return value;
    }
}
