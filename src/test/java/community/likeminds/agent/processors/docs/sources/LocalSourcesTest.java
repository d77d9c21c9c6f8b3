package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalSourcesTest {

    @TempDir
    Path folder;

    private final PageReader reader = new PageReader(2);

    private Sources sources() {
        return new Sources(folder.resolve("cache"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve("docs").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ReadResult read(String location) {
        return reader.read(sources().open(location, Progress.NONE), Progress.NONE);
    }

    @Test
    void readsAFoldersPagesInPathOrder() throws IOException {
        write("b/two.mdx", "# Two");
        write("a.md", "# One");
        write("node_modules/x/README.md", "# Not");
        write(".hidden/x.md", "# Not");
        write("c.json", "{}");
        AtomicLong last = new AtomicLong();
        Source source = sources().open(folder.resolve("docs").toString(), Progress.NONE);
        ReadResult result = reader.read(source, (stage, done, total, detail) -> last.accumulateAndGet(done, Math::max));
        assertThat(source.name()).isEqualTo("docs");
        assertThat(source.kind()).isEqualTo(Source.Kind.FOLDER);
        assertThat(result.pages()).extracting(Page::path).containsExactly("a.md", "b/two.mdx");
        assertThat(result.pages()).extracting(Page::source).containsOnly("docs");
        assertThat(result.leftOut()).isEmpty();
        assertThat(last).hasValue(2);
    }

    @Test
    void readsASingleFile() throws IOException {
        Path file = write("a.md", "# One");
        write("b.md", "# Two");
        ReadResult result = read(file.toString());
        assertThat(result.source().kind()).isEqualTo(Source.Kind.FILE);
        assertThat(result.source().onlyFile()).isEqualTo("a.md");
        assertThat(result.pages()).extracting(Page::path).containsExactly("a.md");
    }

    @Test
    void leavesOutWhatIsNoPageAndSaysWhy() throws IOException {
        write("binary.md", "a\u0000b");
        Files.write(write("latin.md", ""), new byte[] {'#', ' ', 'K', (byte) 0xE4, 's', 'e'});
        Files.write(write("huge.md", ""), new byte[(int) PageFiles.LARGEST + 1]);
        Path outside = Files.writeString(folder.resolve("outside.md"), "# Secret");
        Files.createSymbolicLink(folder.resolve("docs/link.md"), outside);
        Files.createSymbolicLink(folder.resolve("docs/inside.md"), folder.resolve("docs/latin.md"));
        Files.createSymbolicLink(folder.resolve("docs/gone.md"), folder.resolve("nowhere.md"));
        Files.createSymbolicLink(folder.resolve("docs/loop"), folder.resolve("docs"));
        ReadResult result = read(folder.resolve("docs").toString());
        assertThat(result.pages()).extracting(Page::path).containsExactly("inside.md", "latin.md");
        assertThat(result.pages()).extracting(Page::title).containsOnly("Käse");
        assertThat(result.leftOut()).extracting(LeftOut::path).containsExactly("binary.md", "gone.md", "huge.md", "link.md", "loop");
        assertThat(result.leftOut()).extracting(LeftOut::reason).allMatch(reason -> reason.endsWith("."));
    }

    /** Two hundred megabytes that take no room on most disks, by themselves and among others. */
    @Test
    void aHugePageIsLeftOutUnread() throws IOException {
        Path huge = write("huge.md", "# Huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        write("small.md", "# Small");
        ReadResult all = read(folder.resolve("docs").toString());
        assertThat(all.pages()).extracting(Page::path).containsExactly("small.md");
        assertThat(all.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.path()).isEqualTo("huge.md");
            assertThat(left.reason()).contains("larger than");
        });
        ReadResult one = read(huge.toString());
        assertThat(one.pages()).isEmpty();
        assertThat(one.leftOut()).extracting(LeftOut::reason).singleElement().asString().contains("larger than");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForAPipe() throws Exception {
        write("a.md", "# One");
        Path pipe = folder.resolve("docs/pipe.md");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Files.createSymbolicLink(folder.resolve("docs/to-pipe.md"), pipe);
        ReadResult result = read(folder.resolve("docs").toString());
        assertThat(result.pages()).extracting(Page::path).containsExactly("a.md");
        assertThat(result.leftOut()).extracting(LeftOut::path).containsExactly("pipe.md", "to-pipe.md");
    }

    @Test
    void saysWhatIsWrongWithALocation() throws IOException {
        assertThatThrownBy(() -> read(folder.resolve("missing").toString()))
                .isInstanceOfSatisfying(AgentException.class, failed -> {
                    assertThat(failed.code()).isEqualTo("source-not-found");
                    assertThat(failed.kind()).isEqualTo(AgentException.Kind.NOT_FOUND);
                    assertThat(failed.fact()).contains("missing").endsWith(".");
                });
        assertThatThrownBy(() -> read(" ")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-invalid"));
        Path picture = write("x.png", "");
        assertThatThrownBy(() -> read(picture.toString())).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-invalid"));
        assertThatThrownBy(() -> read("a\u0000b")).isInstanceOfSatisfying(AgentException.class,
                failed -> assertThat(failed.code()).isEqualTo("source-not-found"));
    }
}
