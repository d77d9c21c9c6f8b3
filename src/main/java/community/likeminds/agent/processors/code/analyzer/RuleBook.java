package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.analyzer.Rules.Define;
import community.likeminds.agent.processors.code.analyzer.Rules.Invoke;
import community.likeminds.agent.processors.code.ast.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of all languages, read once. */
final class RuleBook {

    private static final String TABLE = "/code/languages.rules";
    private static final Map<Language, Rules> BOOK = read();

    private RuleBook() {}

    static Rules of(Language language) {
        return Objects.requireNonNull(BOOK.get(language), () -> "no rules for " + language);
    }

    private static Map<Language, Rules> read() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : table().lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                open = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), open);
            } else if (line.startsWith("extends ")) {
                open.addAll(Objects.requireNonNull(sections.get(line.substring(8))));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                open.add(line);
            }
        }
        Map<Language, Rules> book = new EnumMap<>(Language.class);
        sections.forEach((name, lines) -> book.put(Language.valueOf(name.toUpperCase(Locale.ROOT)), rules(lines)));
        return book;
    }

    private static String table() {
        try (InputStream stream = RuleBook.class.getResourceAsStream(TABLE)) {
            return new String(Objects.requireNonNull(stream, TABLE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Rules rules(List<String> lines) {
        Map<String, List<Define>> defines = new HashMap<>();
        Map<String, Invoke> calls = new HashMap<>();
        Map<String, String> imports = new HashMap<>();
        Map<String, Set<String>> sets = new HashMap<>();
        String[] visibility = {"public", "public"};
        for (String line : lines) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "define" -> defines.computeIfAbsent(rest.get(1), node -> new ArrayList<>())
                        .add(define(Kind.valueOf(rest.getFirst().toUpperCase(Locale.ROOT)), rest.subList(2, rest.size())));
                case "call" -> {
                    Map<String, String> attributes = attributes(rest.subList(1, rest.size()));
                    calls.put(rest.getFirst(), new Invoke(attributes.getOrDefault("callee", ""), attributes.getOrDefault("receiver", "")));
                }
                case "import" -> rest.subList(1, rest.size()).forEach(node -> imports.put(node, rest.getFirst()));
                case "visibility" -> {
                    visibility[0] = rest.getFirst();
                    visibility[1] = rest.getLast();
                }
                default -> sets.computeIfAbsent(words.getFirst(), name -> new HashSet<>()).addAll(rest);
            }
        }
        return new Rules(
                defines, calls, imports, set(sets, "package"), set(sets, "comment"), set(sets, "annotation"), set(sets, "wrap"),
                set(sets, "body"), set(sets, "branch"), set(sets, "nest"), set(sets, "operator"), visibility[0], visibility[1],
                sets.containsKey("docstring"));
    }

    private static Set<String> set(Map<String, Set<String>> sets, String name) {
        return Set.copyOf(sets.getOrDefault(name, Set.of()));
    }

    private static Define define(Kind kind, List<String> words) {
        Map<String, String> attributes = attributes(words);
        return new Define(
                kind,
                List.of(attributes.getOrDefault("name", "name").split("\\|")),
                attributes.getOrDefault("each", ""),
                listed(attributes, "token"),
                listed(attributes, "value"),
                listed(attributes, "in"),
                words.contains("direct"),
                words.contains("members"),
                attributes.getOrDefault("owner", ""),
                attributes.getOrDefault("follow", ""),
                words.contains("line"));
    }

    private static Set<String> listed(Map<String, String> attributes, String name) {
        String value = attributes.getOrDefault(name, "");
        return value.isEmpty() ? Set.of() : Set.of(value.split(","));
    }

    private static Map<String, String> attributes(List<String> words) {
        return words.stream()
                .filter(word -> word.contains("="))
                .collect(Collectors.toMap(word -> word.substring(0, word.indexOf('=')), word -> word.substring(word.indexOf('=') + 1)));
    }
}
