package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.shared.AgentException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks archives that nobody has vouched for. */
final class Archives {

    private static final Charset DOS = Charset.forName("IBM437");

    /** The reader of tar files takes the names and attributes of an entry into memory at once, however long they say they are. */
    private static final long LONGEST_HEADER = 1024 * 1024;

    private Archives() {}

    static boolean isArchive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isTar(lower) || lower.endsWith(".zip") || lower.endsWith(".jar");
    }

    private static boolean isTar(String lower) {
        return lower.endsWith(".tgz") || lower.endsWith(".tar.gz");
    }

    /**
     * Unpacks the wanted regular files below the archive's one top folder.
     *
     * @return what looks wanted but was not unpacked
     * @throws AgentException {@code source-archive-invalid} when it is broken or larger than any documentation
     */
    static List<LeftOut> extract(Path archive, Path target, Predicate<String> wanted) throws IOException {
        return unpack(archive, target, wanted, true);
    }

    /** As {@link #extract}, with all of the archive's folders. */
    static List<LeftOut> extractAll(Path archive, Path target, Predicate<String> wanted) throws IOException {
        return unpack(archive, target, wanted, false);
    }

    private static List<LeftOut> unpack(Path archive, Path target, Predicate<String> wanted, boolean belowTop) throws IOException {
        Files.createDirectories(target);
        Unpacking unpacking = new Unpacking(target, wanted, belowTop, Files.size(archive));
        try {
            if (isTar(String.valueOf(archive.getFileName()).toLowerCase(Locale.ROOT))) {
                tar(archive, unpacking);
            } else {
                zip(archive, unpacking);
            }
        } catch (Unpacking.TooLargeException tooLarge) {
            throw invalid(archive, String.valueOf(tooLarge.getMessage()), tooLarge);
        } catch (IOException | IllegalArgumentException broken) {
            throw invalid(archive, "it is damaged (" + String.valueOf(broken.getMessage()).replaceFirst("\\.$", "") + ")", broken);
        }
        return unpacking.leftOut();
    }

    private static void tar(Path archive, Unpacking unpacking) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                CountedInput counted = new CountedInput(new GzipCompressorInputStream(file, true), unpacking);
                TarArchiveInputStream tar = new TarArchiveInputStream(counted)) {
            counted.allow(LONGEST_HEADER);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                counted.allow(Math.max(0, entry.getSize()) + LONGEST_HEADER);
                if (entry.isSparse()) {
                    unpacking.refuse(entry.getName(), "It is stored with holes, as no documentation is.");
                } else {
                    boolean link = entry.isLink() || entry.isSymbolicLink();
                    unpacking.entry(entry.getName(), entry.isFile() && !link, link, entry.getSize(), () -> tar);
                }
            }
        }
    }

    private static void zip(Path archive, Unpacking unpacking) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).setCharset(StandardCharsets.UTF_8).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = name(entry);
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    unpacking.refuse(name, "It is encrypted.");
                } else if (!entry.isDirectory() && !zip.canReadEntryData(entry)) {
                    unpacking.refuse(name, "It is compressed in a way that is not known here.");
                } else {
                    boolean regular = !entry.isDirectory() && !entry.isUnixSymlink();
                    unpacking.entry(name, regular, entry.isUnixSymlink(), entry.getSize(), () -> new CountedInput(zip.getInputStream(entry), unpacking));
                }
            }
        }
    }

    /** Names without a mark are in the encoding of DOS by the specification and in UTF-8 by habit. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames() || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        return Charsets.isUtf8(raw) ? new String(raw, StandardCharsets.UTF_8) : new String(raw, DOS);
    }

    private static AgentException invalid(Path archive, String why, @Nullable Exception cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "source-archive-invalid",
                "The archive " + archive.getFileName() + " cannot be unpacked: " + why + ".",
                "Name another version or archive, or a folder with the documentation.",
                cause);
    }
}
