package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One hash over everything that reading a source may look at: pages, partials, configuration, and the program that reads them. Two equal
 * digests mean that reading would give the same pages.
 */
public final class SourceDigest {

    /** Larger files are no pages; their size and time tell enough. */
    private static final long READ_WHOLE = PageFiles.LARGEST;

    private final String edition;

    /** @param edition tells this version of the reading program from others, or empty when that is not known */
    public SourceDigest(String edition) {
        this.edition = edition;
    }

    /** The edition of the running program: its archive's size and time, or empty when it runs from a folder of classes. */
    public static String runningEdition() {
        try {
            CodeSource code = SourceDigest.class.getProtectionDomain().getCodeSource();
            if (code == null) {
                return "";
            }
            Path archive = Path.of(code.getLocation().toURI());
            return Files.isRegularFile(archive) ? Files.size(archive) + "@" + Files.getLastModifiedTime(archive).toMillis() : "";
        } catch (IOException | URISyntaxException | IllegalArgumentException | FileSystemNotFoundException unknown) {
            return "";
        }
    }

    /** Hexadecimal SHA-256, or empty when it cannot be told: for a single file, or because a file cannot be read. */
    public String of(Source source) {
        // What a single page includes, and which settings beside it count, is only known once it is read.
        if (edition.isEmpty() || !source.onlyFile().isEmpty()) {
            return "";
        }
        try {
            List<Path> files = files(source);
            List<String> lines = files.parallelStream().map(file -> line(source.root(), file)).sorted().toList();
            MessageDigest digest = sha256();
            // A commit that touches none of the files gives the same pages.
            String version = source.kind() == Source.Kind.GIT ? "" : source.version();
            String address = source.kind() == Source.Kind.GIT ? source.address().replace(source.version(), "") : source.address();
            Stream.concat(Stream.of(edition, source.name(), source.location(), version, address), lines.stream())
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    private static List<Path> files(Source source) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(source.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean skipped = !folder.equals(source.root()) && (name.equals(".git") || name.equals("node_modules"));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        if (source.kind() == Source.Kind.ZIP || source.kind() == Source.Kind.WEB || source.kind() == Source.Kind.MAVEN) {
            files.add(Manifest.fileBeside(source.root()));
        }
        return files;
    }

    private static String line(Path root, Path file) {
        try {
            String name = root.relativize(file).toString();
            // What is no regular file is never opened: a pipe waits for a writer that may never come.
            if (!Files.isRegularFile(file) || Files.size(file) > READ_WHOLE) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return name + "\0" + attributes.size() + "\0" + attributes.lastModifiedTime().toMillis();
            }
            return name + "\0" + HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
