package community.likeminds.agent.processors.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of merging by outline, over pairs of fixtures of one kind and over the project's own sources with parts taken out. */
class OutlineLawsTest {

    private static final long SEED = Long.getLong("edits.seed", 20260102L);
    private static final int ROUNDS = Integer.getInteger("edits.rounds", 150);

    private final EditLaws laws = new EditLaws(SEED);

    @Test
    void holdForPairsOfFixturesOfOneKind() {
        Map<String, List<EditFixture>> kinds = new HashMap<>();
        EditFixture.all().filter(one -> one.options().getOrDefault("mode", "").equals("EVERYTHING")).forEach(one ->
                kinds.computeIfAbsent(kind(one.path()), kind -> new ArrayList<>()).add(one));
        Random random = new Random(SEED);
        List<String> names = kinds.keySet().stream().sorted().toList();
        for (int round = 0; round < ROUNDS; round++) {
            List<EditFixture> kind = kinds.get(names.get(random.nextInt(names.size())));
            EditFixture file = kind.get(random.nextInt(kind.size()));
            EditFixture guide = kind.get(random.nextInt(kind.size()));
            String snippet = random.nextInt(3) == 0 ? guide.expected() : guide.snippet();
            String before = random.nextBoolean() ? file.target() : file.expected();
            laws.check(file.path(), before, snippet, random, "round " + round + ": " + guide + " into " + file);
        }
    }

    /** Files of one language; configuration files by their names. */
    private static String kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches(".*\\.(?:java|kt|py|swift|dart|go|rb|tsx?|html|gradle|kts|vue|svelte|astro|ya?ml|toml|json)") ? name.replaceFirst(".*\\.", "") : name;
    }

    @Test
    void restoreWhatWasTakenOutOfRealFiles() {
        List<Path> files = real();
        Random random = new Random(SEED);
        int changed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            String whole = read(file);
            String part = without(file, whole, random);
            changed += laws.check(file.toString(), part, whole, random, "round " + round + ": " + file + "\n" + part) ? 1 : 0;
        }
        assertThat(changed).as("merges that changed something, seed " + SEED).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void indentWhatGoesIntoAnEmptyBlockAtTheEndOfTheText() {
        assertThat(laws.merge("a.yml", "a: 1\nspring:", "spring:\n  name: x\n").text()).isEqualTo("a: 1\nspring:\n  name: x");
    }

    private static List<Path> real() {
        try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
            return walk.filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A file without some members, statements, imports and annotations. */
    private static String without(Path file, String text, Random random) {
        SyntaxTree tree = SyntaxTree.parse(Language.of(file.toString()).orElseThrow(), text);
        List<SyntaxNode> parts = tree.root().all(
                "method_declaration", "field_declaration", "expression_statement", "import_declaration", "annotation", "marker_annotation",
                "class_declaration", "record_declaration", "local_variable_declaration", "if_statement", "super_interfaces");
        StringBuilder kept = new StringBuilder(text);
        int end = text.length();
        for (int i = parts.size() - 1; i >= 0; i--) {
            SyntaxNode part = parts.get(i);
            boolean top = part.parent() == tree.root() && part.is("class_declaration");
            if (!top && part.end() <= end && random.nextInt(8) == 0) {
                int from = part.start();
                int to = part.end();
                boolean alone = text.substring(text.lastIndexOf('\n', from) + 1, from).isBlank() && text.startsWith("\n", to);
                kept.delete(alone ? text.lastIndexOf('\n', from) + 1 : from, alone ? to + 1 : to);
                end = from;
            }
        }
        return kept.toString();
    }
}
