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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSourcesTest {

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Content {
        void write(ZipArchiveOutputStream zip) throws IOException;
    }

    private Path zip(String name, String encoding, Content content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.setEncoding(encoding);
            zip.setUseLanguageEncodingFlag(encoding.equals("UTF-8"));
            content.write(zip);
        }
        return file;
    }

    private static void add(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private ReadResult read(Path file) {
        Source source = new Sources(folder.resolve("cache")).open(file.toString(), Progress.NONE);
        return new PageReader(2).read(source, Progress.NONE);
    }

    @Test
    void readsWhatIsBelowTheOneTopFolder() throws IOException {
        Path file = zip("docs-1.0.zip", "UTF-8", zip -> {
            add(zip, "orbit-docs/a.md", "# One");
            add(zip, "orbit-docs/b/Käse.html", "<h1>Two</h1><p>x</p>");
            add(zip, "orbit-docs/logo.png", "x");
            add(zip, "orbit-docs/package.json", "{}");
        });
        ReadResult result = read(file);
        assertThat(result.source().kind()).isEqualTo(Source.Kind.ZIP);
        assertThat(result.source().name()).isEqualTo("docs-1.0");
        assertThat(result.pages()).extracting(Page::path).containsExactly("a.md", "b/Käse.html");
        assertThat(result.leftOut()).isEmpty();
        assertThat(read(file).source().root()).isEqualTo(result.source().root());
    }

    @Test
    void readsNamesInTheEncodingOfTheirTime() throws IOException {
        Path dos = zip("dos.zip", "IBM437", zip -> {
            add(zip, "Käse.md", "# One");
            add(zip, "b.md", "# Two");
        });
        assertThat(read(dos).pages()).extracting(Page::path).containsExactly("Käse.md", "b.md");
    }

    @Test
    void saysWhatItDidNotUnpack() throws IOException {
        Path file = zip("evil.zip", "UTF-8", zip -> {
            add(zip, "../../evil.md", "# Evil");
            add(zip, "/evil.md", "# Evil");
            add(zip, "C:\\evil.md", "# Evil");
            add(zip, "x\\..\\..\\evil.md", "# Evil");
            ZipArchiveEntry link = new ZipArchiveEntry("link.md");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
            add(zip, "more.zip", "PK");
            add(zip, "a.md", "# One");
            add(zip, "a.md", "# Other");
            add(zip, "huge.md", new byte[(int) PageFiles.LARGEST + 1]);
            add(zip, "n".repeat(300) + ".md", "# Long");
        });
        ReadResult result = read(file);
        assertThat(result.pages()).extracting(Page::title).containsExactly("One");
        assertThat(result.leftOut()).hasSize(9).extracting(LeftOut::reason).allMatch(reason -> reason.endsWith("."));
        assertThat(result.leftOut()).extracting(LeftOut::reason).anyMatch(reason -> reason.contains("archive within"))
                .anyMatch(reason -> reason.contains("a link")).anyMatch(reason -> reason.contains("larger than"));
        try (var all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil.md", "link.md", "huge.md");
        }
    }

    @Test
    void refusesBombs() throws IOException {
        byte[] zeros = new byte[9 * 1024 * 1024];
        Path file = zip("bomb.zip", "UTF-8", zip -> {
            for (int i = 0; i < 6; i++) {
                add(zip, i + ".md", zeros);
            }
        });
        assertInvalid(file, "times its size");
        Path many = zip("many.zip", "UTF-8", zip -> {
            for (int i = 0; i <= Unpacking.MOST_ENTRIES; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("d" + i + "/"));
                zip.closeArchiveEntry();
            }
        });
        assertInvalid(many, "entries");
        Path tar = folder.resolve("bomb.tar.gz");
        try (OutputStream out = Files.newOutputStream(tar); TarArchiveOutputStream entries = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (int i = 0; i < 6; i++) {
                TarArchiveEntry entry = new TarArchiveEntry("x/" + i + ".bin");
                entry.setSize(zeros.length);
                entries.putArchiveEntry(entry);
                entries.write(zeros);
                entries.closeArchiveEntry();
            }
        }
        assertInvalid(tar, "times its size");
        assertInvalid(Files.writeString(folder.resolve("broken.zip"), "no zip at all"), "damaged");
        assertThat(folder.resolve("cache/zip")).isEmptyDirectory();
    }

    @Test
    void readsACompressedTar() throws IOException {
        Path tar = folder.resolve("docs.tgz");
        try (OutputStream out = Files.newOutputStream(tar); TarArchiveOutputStream entries = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (String name : new String[] {"docs/a.md", "docs/b.md"}) {
                byte[] bytes = "# X".getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(bytes.length);
                entries.putArchiveEntry(entry);
                entries.write(bytes);
                entries.closeArchiveEntry();
            }
        }
        assertThat(read(tar).pages()).extracting(Page::path).containsExactly("a.md", "b.md");
    }

    @Test
    void refusesATarWithAnEndlessName() throws IOException {
        byte[] zeros = new byte[1024 * 1024];
        for (byte type : new byte[] {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC}) {
            Path file = folder.resolve("name-" + type + ".tgz");
            try (OutputStream out = Files.newOutputStream(file);
                    TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
                TarArchiveEntry name = new TarArchiveEntry(TarConstants.GNU_LONGLINK, type);
                name.setSize(24L * zeros.length);
                tar.putArchiveEntry(name);
                for (int i = 0; i < 24; i++) {
                    tar.write(zeros);
                }
                tar.closeArchiveEntry();
                TarArchiveEntry page = new TarArchiveEntry("docs/a.md");
                page.setSize(3);
                tar.putArchiveEntry(page);
                tar.write("# A".getBytes(StandardCharsets.UTF_8));
                tar.closeArchiveEntry();
            }
            assertInvalid(file, "header");
        }
    }

    private void assertInvalid(Path file, String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(AgentException.class, failed -> {
            assertThat(failed.code()).isEqualTo("source-archive-invalid");
            assertThat(failed.fact()).contains(reason).endsWith(".");
        });
    }
}
