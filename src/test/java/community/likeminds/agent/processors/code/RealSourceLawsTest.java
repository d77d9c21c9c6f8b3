package community.likeminds.agent.processors.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The laws of merging over sources that nobody wrote for a test: the JDK's where they are installed, or those of a folder ({@code edits.sources}).
 * What was taken out of a file comes back, and what another file has can be added.
 */
class RealSourceLawsTest {

    private static final long SEED = Long.getLong("edits.seed", 20260103L);
    private static final int ROUNDS = Integer.getInteger("edits.rounds", 60);
    private static final int LARGEST = 60_000;

    private final EditLaws laws = new EditLaws(SEED);

    @Test
    void holdForTheSourcesOfTheJdk() throws IOException {
        Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        assumeTrue(Files.isRegularFile(archive), "the JDK has no sources here");
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            check(files(zip.getPath("/java.base/java")));
        }
    }

    @Test
    void holdForTheSourcesOfAFolder() {
        String folder = System.getProperty("edits.sources", "src/main/java");
        check(files(Path.of(folder)));
    }

    private void check(List<Path> files) {
        Random random = new Random(SEED);
        int changed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            String whole = read(file);
            boolean foreign = random.nextInt(3) == 0;
            Path other = foreign ? like(file, files, random) : file;
            String target = foreign ? whole : without(file, whole, random);
            String snippet = foreign ? without(other, read(other), random) : whole;
            String about = "round " + round + ": " + other + " into " + file + (foreign ? "" : ", of which parts were taken out:\n" + target);
            changed += laws.check(file.toString(), target, snippet, random, about) ? 1 : 0;
        }
        assertThat(changed).as("merges that changed something, seed " + SEED).isGreaterThan(ROUNDS / 4);
    }

    private static Path like(Path file, List<Path> files, Random random) {
        for (int i = 0; i < 50; i++) {
            Path other = files.get(random.nextInt(files.size()));
            if (Language.of(other.toString()).equals(Language.of(file.toString()))) {
                return other;
            }
        }
        return file;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = new ArrayList<>();
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.getFileName().toString();
                if (Language.of(name).filter(one -> one != Language.JSON).isPresent() && !name.equals("package-info.java") && Files.size(path) < LARGEST
                        && Files.size(path) > 200) {
                    files.add(path);
                }
            }
            return files;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A file without some of the parts that stand on lines of their own in its blocks. */
    private static String without(Path file, String text, Random random) {
        SyntaxTree tree = SyntaxTree.parse(Language.of(file.toString()).orElseThrow(), text);
        List<SyntaxNode> parts = new ArrayList<>();
        tree.root().walk(node -> {
            SyntaxNode parent = node.parent();
            boolean inBlock = parent != null && (parent.parent() == null ? !node.type().matches("(?:class|interface|record|enum|object|package).*")
                    : parent.type().matches(".*(?:body|block|statements|suite|members)"));
            if (node.named() && inBlock && !node.type().contains("comment") && alone(text, node)) {
                parts.add(node);
            }
        });
        StringBuilder kept = new StringBuilder(text);
        int end = text.length();
        for (int i = parts.size() - 1; i >= 0; i--) {
            SyntaxNode part = parts.get(i);
            if (part.end() <= end && random.nextInt(8) == 0) {
                int from = text.lastIndexOf('\n', part.start() - 1) + 1;
                int to = text.indexOf('\n', part.end());
                kept.delete(from, to < 0 ? text.length() : to + 1);
                end = from;
            }
        }
        return kept.toString();
    }

    private static boolean alone(String text, SyntaxNode node) {
        int line = text.lastIndexOf('\n', node.start() - 1) + 1;
        int end = text.indexOf('\n', node.end());
        return text.substring(line, node.start()).isBlank() && text.substring(node.end(), end < 0 ? text.length() : end).isBlank();
    }
}
