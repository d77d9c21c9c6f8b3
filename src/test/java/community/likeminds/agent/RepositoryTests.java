package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no file of the repository may hold. */
class RepositoryTests {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea", "likeminds-demo");

    // In pieces, or this file would be found itself.
    private static final Pattern REGISTRY_ADDRESS = Pattern.compile(
            "registry\\.(?:npm" + "js|yarn" + "pkg)|repo1?\\.maven\\.(?:org|apache)|repo\\.maven" + "\\.apache\\.org");

    @Test
    void noFileHoldsTheAddressOfAPackageRegistry() throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(Path.of("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = NOT_OURS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    // Every byte is a character in this charset, so binary files do no harm.
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (REGISTRY_ADDRESS.matcher(text).find()) {
                        found.add(file.toString());
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(found).isEmpty();
    }

    /** Otherwise its values would be lost with the key that they are under. */
    @Test
    void whoeverKeepsEncryptedValuesShowsThemToWhoeverReplacesKeys() throws IOException {
        List<Path> encrypting;
        List<Path> showing;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("infrastructure/secrets")).toList();
            encrypting = sources.stream().filter(file -> holds(file, "ncryption\\.encrypt\\(|secrets\\.encrypt\\(|SecretEncryption\\.class\\)\\.encrypt\\(")).map(Path::getParent).distinct().toList();
            showing = sources.stream().filter(file -> holds(file, "implements EncryptedValues|new EncryptedRows")).map(Path::getParent).distinct().toList();
        }
        Path settings = Path.of("src/main/java/community/likeminds/agent/cli/commands");
        assertThat(encrypting).hasSizeGreaterThanOrEqualTo(5).contains(settings);
        assertThat(showing).contains(Path.of("src/main/java/community/likeminds/agent"));
        assertThat(encrypting).filteredOn(folder -> !folder.equals(settings)).allMatch(showing::contains);
    }

    private static boolean holds(Path file, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(Files.readString(file)).find();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theExamplesAreComplete() {
        assertThat(Path.of("examples/react-app/package.json")).isRegularFile();
        assertThat(Path.of("examples/feed-docs/react-feed.md")).content().contains("title=\"src/likeminds/client.ts\"");
        assertThat(Path.of("examples/react-app/package-lock.json")).doesNotExist();
    }
}
