package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that mean about the same to people who ask about software, as the index knows them. */
final class Synonyms {

    private static final String FILE = "/search/synonyms.txt";

    static final Synonyms NONE = new Synonyms(Map.of());

    private final Map<String, Set<String>> alike;

    private Synonyms(Map<String, Set<String>> alike) {
        this.alike = alike;
    }

    /** @param analyzer the one that the index is written with */
    static Synonyms bundled(DocumentAnalyzer analyzer) {
        Map<String, Set<String>> alike = new HashMap<>();
        for (String line : lines()) {
            List<String> group = Arrays.stream(line.strip().split("\\s+"))
                    .flatMap(word -> analyzer.tokens(word).stream())
                    .map(DocumentAnalyzer.Token::text)
                    .distinct()
                    .toList();
            for (String word : group) {
                Set<String> others = alike.computeIfAbsent(word, any -> new LinkedHashSet<>());
                group.stream().filter(other -> !other.equals(word)).forEach(others::add);
            }
        }
        return new Synonyms(alike);
    }

    /** A group each. */
    static List<String> lines() {
        try (InputStream file = Synonyms.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param word as the analyzer has it */
    Set<String> of(String word) {
        return alike.getOrDefault(word, Set.of());
    }
}
