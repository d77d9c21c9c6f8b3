package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the value that a person gave for a placeholder of the documentation, and the name of a variable for it. */
final class Values {

    private static final Map<String, List<String>> MEANS = Map.of(
            "uuid", List.of("user", "id"),
            "uid", List.of("user", "id"),
            "username", List.of("user", "name"),
            "userid", List.of("user", "id"),
            "apikey", List.of("api", "key"),
            "pwd", List.of("password"),
            "sid", List.of("account", "sid"));
    private static final Set<String> FILLER = Set.of("enter", "your", "paste", "the", "here", "insert", "replace", "with", "a", "my", "put", "x", "xxx", "value", "get", "set");
    private static final Set<String> GENERIC = Set.of("id", "key", "api", "name", "url", "token", "secret", "value", "code");
    private static final Pattern KEY = Pattern.compile("(?i)key|token|secret");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
    private static final Pattern PREFIX = Pattern.compile("^(?:VITE_|NEXT_PUBLIC_|REACT_APP_|NUXT_PUBLIC_|EXPO_PUBLIC_|PUBLIC_)");

    /** What a guide writes where a value belongs: in brackets, or in words such as {@code YOUR_KEY} or {@code your-key}. */
    private static final Pattern OPEN = Pattern.compile(
            "[\"']?(?:[<\\[{]{1,2}([^<>\\[\\]{}]{2,60})[>\\]}]{1,2}|((?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?i:your|my|enter|insert|paste|replace)[ _-][\\w -]{2,60})))[\"']?");

    private final Map<String, String> given;

    Values(Map<String, String> given) {
        this.given = given;
    }

    /** Given values, and names of variables that the request says without their values. */
    static Values of(Map<String, String> given, Wish wish) {
        Map<String, String> known = new LinkedHashMap<>();
        wish.environment().forEach(name -> known.put(name, ""));
        known.putAll(given);
        return new Values(known);
    }

    /** The only name of a key that is known, for a placeholder that does not say what it stands for; or an empty string. */
    String onlyKey(String about) {
        List<String> keys = given.keySet().stream().filter(name -> KEY.matcher(name).find()).toList();
        boolean unsaid = about.isEmpty() || KEY.matcher(about).find() || Character.isUpperCase(about.charAt(0));
        return keys.size() == 1 && unsaid ? keys.getFirst() : "";
    }

    /**
     * The given name that means the same as a placeholder, or an empty string.
     *
     * @param about property or parameter name of the placeholder
     * @param text the placeholder itself
     */
    String match(String about, String text) {
        String bare = PREFIX.matcher(text).replaceFirst("");
        if (given.containsKey(bare)) {
            return bare;
        }
        Set<String> wanted = words(about + " " + bare);
        String best = "";
        double most = 0.49;
        for (String name : given.keySet().stream().sorted().toList()) {
            Set<String> have = words(name);
            Set<String> common = new HashSet<>(wanted);
            common.retainAll(have);
            if (!specific(wanted, Set.of()).isEmpty() && Collections.disjoint(specific(wanted, Set.of()), have)
                    && !specific(have, words(PREFIX.matcher(name).replaceFirst("").replaceFirst("_.*", ""))).isEmpty()) {
                continue;
            }
            String stripped = PREFIX.matcher(name).replaceFirst("");
            Set<String> product = stripped.contains("_") ? words(stripped.replaceFirst("_.*", "")) : Set.of();
            if (about.isEmpty() && VARIABLE.matcher(bare).matches() && product.containsAll(common)
                    && !(specific(wanted, product).isEmpty() && specific(have, product).isEmpty())) {
                // Only the product is the same: its host is not its key.
                continue;
            }
            double own = words(about).isEmpty() ? 0 : common.stream().filter(words(about)::contains).count() / (double) words(about).size();
            double score = wanted.isEmpty() ? 0 : Math.max(own, common.size() / (double) wanted.size());
            if (score > most) {
                most = score;
                best = name;
            }
        }
        return best;
    }

    /**
     * The given name that means the same as a variable of a guide's environment file, by its name, else by what the guide shows in the
     * place of its value; or an empty string.
     */
    String ofVariable(String name, String shown) {
        String byName = match("", name);
        if (!byName.isEmpty() || placeholder(shown).isEmpty()) {
            return byName;
        }
        Set<String> product = words(PREFIX.matcher(name).replaceFirst("").replaceFirst("_.*", ""));
        Set<String> wanted = without(words(shown), product);
        List<String> same = given.keySet().stream().filter(one -> !wanted.isEmpty() && without(words(PREFIX.matcher(one).replaceFirst("")), product).equals(wanted)).toList();
        return same.size() == 1 ? same.getFirst() : "";
    }

    /** The name that a placeholder in the place of a value is known by, or an empty string when what is shown is none. */
    static String placeholder(String shown) {
        Matcher open = OPEN.matcher(shown);
        if (!open.matches()) {
            return "";
        }
        String text = open.group(1) == null ? open.group(2) : open.group(1);
        String bare = text.strip();
        if (bare.matches("[A-Za-z]\\w*")) {
            return bare;
        }
        return Words.of(bare).stream().filter(word -> !FILLER.contains(word)).collect(Collectors.joining("_")).toUpperCase(Locale.ROOT);
    }

    private static Set<String> without(Set<String> words, Set<String> product) {
        Set<String> rest = new HashSet<>(words);
        rest.removeAll(product);
        return rest;
    }

    /** The words that tell one value from another: a project's id is not a user's. */
    private static Set<String> specific(Set<String> words, Set<String> product) {
        Set<String> specific = new HashSet<>(words);
        specific.removeAll(GENERIC);
        specific.removeAll(product);
        return specific;
    }

    /** Whether a name was given, or said in the request. */
    boolean knows(String name) {
        return given.containsKey(name);
    }

    /** The value of a given name, or an empty string. */
    String of(String name) {
        return given.getOrDefault(name, "");
    }

    /** A name for a variable that nobody has named: the product and what the placeholder is about. */
    static String name(String product, String about, String text) {
        List<String> words = Words.of(about.isEmpty() ? text : about).stream().filter(word -> !FILLER.contains(word)).toList();
        String own = String.join("_", words.isEmpty() ? List.of("KEY") : words).toUpperCase(Locale.ROOT);
        String prefix = String.join("_", Words.of(product)).toUpperCase(Locale.ROOT);
        return own.equals(prefix) ? prefix + "_API_KEY" : own.startsWith(prefix) || prefix.isEmpty() ? own : prefix + "_" + own;
    }

    /** The common first word of the given names, for example {@code LIKEMINDS}, or an empty string. */
    String product() {
        Set<String> firsts = new HashSet<>();
        given.keySet().forEach(name -> firsts.add(PREFIX.matcher(name).replaceFirst("").replaceFirst("_.*", "")));
        return firsts.size() == 1 ? firsts.iterator().next() : "";
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : Words.of(text)) {
            if (!FILLER.contains(word)) {
                words.addAll(MEANS.getOrDefault(word, List.of(word)));
            }
        }
        return words;
    }
}
