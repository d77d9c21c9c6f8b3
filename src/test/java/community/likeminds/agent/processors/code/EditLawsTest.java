package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import community.likeminds.agent.processors.code.StructuralEdits.MergeRequest;
import community.likeminds.agent.processors.code.StructuralEdits.Mode;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws of every edit, over random pairs of the fixtures' files and snippets, and over damaged ones. */
class EditLawsTest {

    private static final long SEED = Long.getLong("edits.seed", 20260101L);
    private static final int ROUNDS = Integer.getInteger("edits.rounds", 150);
    private static final Set<String> PUNCTUATION = Set.of(";", ",", "(", ")", "{", "}", "'", "\"");

    private final StructuralEdits edits = new TextStructuralEdits();
    private final SourceCode sources = new TreeSitterSourceCode();
    private final DocumentedCode code = new TreeSitterDocumentedCode();
    private final List<EditFixture> fixtures = EditFixture.all().toList();
    private final List<EditFixture> merges =
            fixtures.stream().filter(one -> !one.options().containsKey("operation") && one.path().matches(".*\\.([mc]?[jt]sx?|vue|svelte)")).toList();

    @Test
    void holdForRandomPairsOfFilesAndSnippets() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            EditFixture file = merges.get(random.nextInt(merges.size()));
            EditFixture guide = merges.get(random.nextInt(merges.size()));
            Mode mode = random.nextInt(4) == 0 ? Mode.EVERYTHING : Mode.SETUP;
            boolean windows = random.nextBoolean();
            String before = random.nextBoolean() ? file.target() : file.expected();
            String target = windows ? before.replace("\n", "\r\n") : before;
            String about = "seed " + SEED + ", round " + round + ": " + guide + " into " + file + ", " + mode;

            MergeRequest request = request(file, guide, target, mode);
            Edit edit = edits.merge(request);

            assertThat(edit.changed()).as(about).isEqualTo(!edit.text().equals(target));
            if (edit.conflict() != null) {
                assertThat(edit.text()).as(about).isEqualTo(target);
                continue;
            }
            assertThat(sources.check(file.path(), edit.text())).as(about + "\n" + edit.text()).isEmpty();
            if (windows) {
                assertThat(edit.text().replace("\r\n", "")).as(about).doesNotContain("\n", "\r");
            } else {
                assertThat(edit.text()).as(about).doesNotContain("\r");
            }
            assertThat(isSubsequence(tokens(file.path(), target), tokens(file.path(), edit.text())))
                    .as(about + " keeps everything\n" + edit.text()).isTrue();
            Edit again = edits.merge(request(file, guide, edit.text(), mode));
            assertThat(again.text()).as(about + " twice").isEqualTo(edit.text());
        }
    }

    private static MergeRequest request(EditFixture file, EditFixture guide, String target, Mode mode) {
        MergeRequest own = guide.request(target);
        return new MergeRequest(file.path(), target, own.snippet(), own.snippetLanguage(), mode, own.packages(), own.satisfied(),
                own.context(), own.available(), own.wanted(), own.pluginsFirst());
    }

    private static List<String> tokens(String path, String text) {
        List<String> tokens = new ArrayList<>();
        SyntaxTree tree = SyntaxTree.parse(Language.of(path).orElse(Language.HTML), text);
        tree.root().walk(node -> {
            if (node.children().isEmpty() && !PUNCTUATION.contains(node.text()) && !node.text().isBlank()) {
                for (String word : node.text().strip().split("[\\s,;(){}'\"]+")) {
                    tokens.add(word);
                }
            }
        });
        return tokens;
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        int at = 0;
        for (String token : whole) {
            if (at < part.size() && part.get(at).equals(token)) {
                at++;
            }
        }
        return at == part.size();
    }

    @Test
    void codeWithoutARecognisablePlaceIsAConflict() {
        String app = "import { createApp } from 'vue';\nimport App from './App.vue';\n\ncreateApp(App)\n    .mount('#app');\n";
        EditFixture server = fixtures.stream().filter(one -> one.name().endsWith("calls/express-late.txt")).findFirst().orElseThrow();
        Edit edit = edits.merge(new MergeRequest("src/main.js", app, server.snippet(), "js", Mode.SETUP, server.request(app).packages(), List.of()));
        assertThat(edit.conflict()).contains("no clear place");
        assertThat(edit.text()).isEqualTo(app);
    }

    @Test
    void anEmptyItemOfAYamlListIsNothing() {
        String file = "acme:\n  hosts: [\"a\"]\n";
        assertThat(edits.mergeYaml(file, "acme:\n  hosts:\n    -  \n    - c\n").text()).contains("\"a\"");
    }

    @Test
    void damagedTextNeverThrowsAndConflictsChangeNothing() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            EditFixture fixture = fixtures.get(random.nextInt(fixtures.size()));
            String target = random.nextBoolean() ? fixture.target() : damaged(fixture.target(), random);
            String snippet = damaged(fixture.snippet(), random);
            EditFixture broken = new EditFixture(fixture.name(), fixture.options(), target, snippet, target);
            String about = "seed " + SEED + ", round " + round + ": " + fixture + "\n" + target + "\n---\n" + snippet;

            assertThatCode(() -> {
                Edit edit = broken.apply(edits, target);
                if (edit.conflict() != null) {
                    assertThat(edit.text()).isEqualTo(target);
                }
                code.describe(snippet, "tsx", List.of());
                code.describe(snippet, "yaml", List.of());
                code.adapt(snippet, "tsx", "a.js", target, round(random));
                code.replaceLiterals(snippet, "tsx", Map.of("YOUR_KEY", "key"));
                code.removeUnusedImports("a.tsx", snippet);
                sources.check("a.tsx", snippet);
                sources.uses("a.vue", snippet, List.of());
            }).as(about).doesNotThrowAnyException();
        }
    }

    private static boolean round(Random random) {
        return random.nextBoolean();
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        String noise = "{}()[]<>'\"`;,./\\*\n\r\t -=:$#@é🚀ax0";
        for (int i = random.nextInt(6); i >= 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(12)));
                case 1 -> damaged.insert(at, noise.charAt(random.nextInt(noise.length())));
                case 2 -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(40))));
                default -> damaged.setCharAt(at, noise.charAt(random.nextInt(noise.length())));
            }
        }
        return damaged.toString();
    }

    @Test
    void declaredDependenciesStayReadableAndAreAddedOnce() {
        Random random = new Random(SEED);
        String manifest = "{\n  \"name\": \"x\",\n  \"version\": \"1.0.0\"\n}\n";
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String name = (random.nextBoolean() ? "@s" + random.nextInt(4) + "/" : "") + "p" + random.nextInt(30);
            Edit edit = edits.addNpmDependency(manifest, name, "^1.0.0", random.nextBoolean());
            assertThat(sources.check("package.json", edit.text())).as("seed " + SEED + "\n" + edit.text()).isEmpty();
            assertThat(edit.changed()).as("seed " + SEED + ": " + name).isEqualTo(!names.contains(name));
            names.add(name);
            manifest = edit.text();
        }
        SyntaxNode root = SyntaxTree.parse(Language.JSON, manifest).root();
        assertThat(root.all("pair").stream().map(one -> one.textOf("key")).toList()).doesNotHaveDuplicates();
    }
}
