package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives with anything changed in them are read or refused in a sentence, and nothing of them lands outside of the cache. */
class HostileArchivesTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    private static final Set<String> REFUSALS = Set.of("source-archive-invalid", "source-empty");
    private static final String[] NAMES = {
        "docs/a.md", "docs/../b.md", "../c.md", "/d.md", "docs/e\0.md", "docs//f.md", "./docs/g.md", "docs/.", "docs/..", "", "/", "C:/h.md", "docs\\i.md",
        "..\\j.md", "docs/k.md/", "docs/a.md/l.md", "docs/CON.md", "docs/\u202Egpj.md", "docs/" + "m/".repeat(60) + "m.md", "docs/" + "n".repeat(255) + ".md",
        "docs/more.zip", "docs/o\n.md", "docs/~/p.md", "docs/%2e%2e/q.md", "docs/a.md"
    };

    @TempDir
    Path folder;

    private static byte[] zip(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < 8; i++) {
                String name = NAMES[random.nextInt(NAMES.length)];
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                if (random.nextInt(5) == 0) {
                    entry.setUnixMode(random.nextBoolean() ? 0120777 : 0060777);
                }
                zip.putArchiveEntry(entry);
                zip.write(text(random));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(random.nextBoolean() ? TarArchiveOutputStream.LONGFILE_POSIX : TarArchiveOutputStream.LONGFILE_GNU);
            for (int i = 0; i < 8; i++) {
                String name = NAMES[random.nextInt(NAMES.length)];
                byte[] types = {TarConstants.LF_NORMAL, TarConstants.LF_NORMAL, TarConstants.LF_NORMAL, TarConstants.LF_LINK, TarConstants.LF_SYMLINK, TarConstants.LF_BLK,
                    TarConstants.LF_FIFO, TarConstants.LF_CONTIG};
                byte type = types[random.nextInt(types.length)];
                TarArchiveEntry entry = new TarArchiveEntry(name.isEmpty() ? "x" : name, type, true);
                boolean folder = entry.isDirectory();
                byte[] text = !folder && (type == TarConstants.LF_NORMAL || type == TarConstants.LF_CONTIG) ? text(random) : new byte[0];
                if (type == TarConstants.LF_LINK || type == TarConstants.LF_SYMLINK) {
                    entry.setLinkName(random.nextBoolean() ? "/etc/passwd" : "../../secret.md");
                }
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] tar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tar);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(Random random) {
        return ("# Page " + random.nextInt(100) + "\n\n" + "words ".repeat(random.nextInt(50))).getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes cut off, changed, repeated, and numbers made extreme where headers have them. */
    private static byte[] changed(byte[] given, Random random) {
        byte[] bytes = given.clone();
        for (int i = 0; i < 1 + random.nextInt(4) && bytes.length > 8; i++) {
            int at = random.nextInt(bytes.length - 8);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> Arrays.fill(bytes, at, at + 8, (byte) (random.nextBoolean() ? 0x7F : '7'));
                case 4 -> {
                    byte[] longer = Arrays.copyOf(bytes, bytes.length * 2);
                    System.arraycopy(bytes, 0, longer, bytes.length, bytes.length);
                    bytes = longer.length < 100_000 ? longer : bytes;
                }
                default -> {
                    // Where a header of an entry or of the list is.
                    int header = indexOf(bytes, random.nextBoolean() ? "PK\1\2" : random.nextBoolean() ? "PK\3\4" : "PK\5\6", at);
                    if (header >= 0 && header + 34 < bytes.length) {
                        bytes[header + 4 + random.nextInt(30)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
                    }
                }
            }
        }
        return bytes;
    }

    private static int indexOf(byte[] bytes, String mark, int from) {
        for (int i = from; i + mark.length() <= bytes.length; i++) {
            if (new String(bytes, i, mark.length(), StandardCharsets.ISO_8859_1).equals(mark)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void whateverIsInAnArchiveIsReadOrRefusedInASentence() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        int[] ends = new int[2];
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                boolean zip = random.nextBoolean();
                boolean whole = random.nextInt(6) == 0;
                byte[] bytes = zip ? zip(random) : tar(random);
                bytes = whole ? bytes : changed(bytes, random);
                bytes = zip ? bytes : random.nextBoolean() || whole ? packed(bytes) : changed(packed(bytes), random);
                Path file = Files.write(Files.createDirectories(folder.resolve("in")).resolve("docs." + (zip ? "zip" : "tgz")), bytes);
                ends[check(file, "seed " + seed + ", round " + round)]++;
            }
        });
        assertThat(ends[0]).as("read").isPositive();
        assertThat(ends[1]).as("refused").isPositive();
        assertThat(List.of("a.md", "c.md", "d.md", "h.md", "secret.md")).noneMatch(name -> Files.exists(folder.resolve(name)) || Files.exists(Path.of("/").resolve(name)));
    }

    private int check(Path file, String as) throws IOException {
        int end;
        Path cache = folder.resolve("cache");
        try {
            Source source = new Sources(cache).open(file.toString(), Progress.NONE);
            ReadResult result = new PageReader(1).read(source, Progress.NONE);
            assertThat(result.leftOut()).as(as).extracting(LeftOut::reason).allMatch(reason -> reason.endsWith("."));
            assertThat(result.pages()).as(as).allSatisfy(page -> assertThat(page.path()).doesNotContain("..").doesNotStartWith("/").doesNotContain("\0"));
            assertThat(result.pages().stream().map(page -> page.path()).collect(Collectors.toSet())).as(as).hasSameSizeAs(result.pages());
            end = 0;
        } catch (AgentException refused) {
            assertThat(refused.code()).as(as + refused.fact()).isIn(REFUSALS);
            assertThat(refused.fact()).as(as).endsWith(".").doesNotContain("\n");
            assertThat(refused.remedy()).as(as).endsWith(".");
            end = 1;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).filter(one -> !one.startsWith(cache) && !one.equals(file)).toList()).as(as).isEmpty();
        }
        try (Stream<Path> all = Files.walk(cache)) {
            assertThat(all.filter(Files::isSymbolicLink).toList()).as(as).isEmpty();
        }
        Folders.delete(cache);
        Files.delete(file);
        return end;
    }
}
