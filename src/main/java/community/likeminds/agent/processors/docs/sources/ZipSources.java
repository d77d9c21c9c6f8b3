package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Archives of this machine, unpacked once per content into the cache. */
final class ZipSources implements SourceOpener {

    private static final String STAGE = "Unpacking the archive";

    private final Path cache;

    ZipSources(Path cache) {
        this.cache = cache;
    }

    @Override
    public boolean accepts(String location) {
        try {
            return Archives.isArchive(location) && Files.isRegularFile(Path.of(location));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    @Override
    public Source open(String location, Progress progress) {
        Path archive = Path.of(location).toAbsolutePath().normalize();
        String name = String.valueOf(archive.getFileName());
        progress.report(STAGE, 0, 0, name);
        try {
            Path copies = cache.resolve("zip");
            Path copy = copies.resolve(hash(archive).substring(0, 32));
            if (!Files.isDirectory(copy)) {
                Files.createDirectories(copies);
                Path unfinished = Files.createTempDirectory(copies, "unpacking-");
                try {
                    unpack(archive, unfinished);
                    if (!Files.isDirectory(copy)) {
                        Files.move(unfinished, copy);
                    }
                } finally {
                    Folders.delete(unfinished);
                }
            }
            progress.report(STAGE, 1, 1, name);
            String shown = name.replaceFirst("(?i)\\.(zip|jar|tgz|tar\\.gz)$", "");
            return new Source(shown, Source.Kind.ZIP, archive.toString(), "", copy.resolve("content"), "", "");
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-unreadable",
                    "The archive '" + location + "' cannot be read or unpacked: " + failed.getMessage() + ".",
                    "Make sure that it can be read and that the data folder has room, or choose another folder with --data.",
                    failed);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        Path all = folder.resolve("all");
        List<LeftOut> leftOut = Archives.extractAll(archive, all, path -> PageFiles.maybePage(path.substring(path.lastIndexOf('/') + 1)));
        List<Path> top;
        try (Stream<Path> files = Files.list(all)) {
            top = files.limit(2).toList();
        }
        boolean one = top.size() == 1 && Files.isDirectory(top.getFirst());
        Files.move(one ? top.getFirst() : all, folder.resolve("content"));
        Folders.delete(all);
        String prefix = one ? top.getFirst().getFileName() + "/" : "";
        new Manifest(List.of(), leftOut.stream()
                .map(left -> left.path().startsWith(prefix) ? new LeftOut(left.path().substring(prefix.length()), left.reason()) : left)
                .toList()).writeBeside(folder.resolve("content"));
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
