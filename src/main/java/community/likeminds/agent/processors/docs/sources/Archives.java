package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks archives that nobody has vouched for. */
final class Archives {

    private static final long LARGEST_TOTAL = 500L * 1024 * 1024;
    private static final int MOST_ENTRIES = 50_000;

    private Archives() {}

    /**
     * Unpacks the wanted regular files below the archive's one top folder. Links, absolute paths and paths that climb out are passed over.
     *
     * @throws AgentException {@code source-archive-invalid} when it is broken or larger than any documentation
     */
    static void extract(Path archive, Path target, Predicate<String> wanted) throws IOException {
        Files.createDirectories(target);
        long left = LARGEST_TOTAL;
        int entries = 0;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file, true))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                left -= Math.max(0, entry.getSize());
                if (++entries > MOST_ENTRIES || left < 0) {
                    throw invalid(archive, "it is larger than any documentation", null);
                }
                String path = inner(entry.getName());
                boolean regular = entry.isFile() && !entry.isLink() && !entry.isSymbolicLink();
                if (!regular || path.isEmpty() || entry.getSize() > PageFiles.LARGEST || !wanted.test(path)) {
                    continue;
                }
                Path place = target.resolve(path).normalize();
                if (place.startsWith(target) && !place.equals(target)) {
                    Files.createDirectories(place.getParent());
                    try (OutputStream out = Files.newOutputStream(place)) {
                        tar.transferTo(out);
                    }
                }
            }
        } catch (IOException broken) {
            throw invalid(archive, String.valueOf(broken.getMessage()), broken);
        }
    }

    /** The path below the archive's top folder, or an empty string for one that must not be unpacked. */
    private static String inner(String name) {
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || path.contains(":") || path.indexOf('\0') >= 0) {
            return "";
        }
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return "";
            }
        }
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    private static AgentException invalid(Path archive, String why, @Nullable Exception cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "source-archive-invalid",
                "The archive " + archive.getFileName() + " cannot be unpacked: " + why + ".",
                "Name another version of the package, or a folder with the documentation.",
                cause);
    }
}
