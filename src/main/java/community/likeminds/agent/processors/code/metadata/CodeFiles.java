package community.likeminds.agent.processors.code.metadata;

import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeListing.Entry;
import community.likeminds.agent.processors.code.CodeListing.LeftOut;
import community.likeminds.agent.processors.code.CodeListing.Reason;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the source code below a folder. */
public final class CodeFiles extends SimpleFileVisitor<Path> {

    private static final long LARGEST = 1_000_000;
    private static final int LOOKED_AT = 8192;
    /** Languages that have no grammar here; their files are cut by lines. */
    private static final Set<String> PLAIN = Set.of(
            "vue", "svelte", "astro", "c", "cc", "cpp", "cxx", "hh", "hpp", "cs", "fs", "rs", "php", "scala", "groovy", "gradle", "sh", "bash", "zsh",
            "ps1", "sql", "graphql", "gql", "proto", "toml", "properties", "xml", "plist", "lua", "r", "jl", "ex", "exs", "erl", "clj", "hs", "elm",
            "zig", "nim", "pl", "scss", "sass", "less", "tf", "cmake");

    private final Path root;
    private final Progress progress;
    private final Deque<FolderRules> rules = new ArrayDeque<>();
    private final List<Entry> files = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private CodeFiles(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    public static CodeListing list(Path root, Progress progress) {
        CodeFiles finder = new CodeFiles(root, progress);
        try {
            if (!Files.isDirectory(root)) {
                throw new IOException("it is no folder");
            }
            Files.walkFileTree(root, finder);
        } catch (IOException failure) {
            throw AgentException.badInput(
                    "code-unreadable",
                    "The source code in " + root + " cannot be read: " + failure.getMessage() + ".",
                    "Give a folder that exists and that you may read.");
        }
        finder.files.sort(Comparator.comparing(Entry::path));
        finder.leftOut.sort(Comparator.comparing(LeftOut::path));
        return new CodeListing(finder.files, finder.leftOut);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        String path = path(folder);
        if (!path.isEmpty()) {
            if (path.equals(".git") || path.endsWith("/.git")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Optional<Reason> reason = rules.element().ignored(path, true) ? Optional.of(Reason.IGNORED)
                    : Vendored.folder(path) && !kept(path) ? Optional.of(Reason.VENDORED) : Optional.empty();
            if (reason.isPresent()) {
                leave(path + "/", reason.get(), reason.get() == Reason.IGNORED ? "Git ignores it." : "It holds other people's code or what a build made.");
                return FileVisitResult.SKIP_SUBTREE;
            }
        }
        rules.push(path.isEmpty() ? FolderRules.read(root) : rules.element().below(path + "/"));
        return FileVisitResult.CONTINUE;
    }

    /** Whether the project itself says that a folder is its own. */
    private boolean kept(String folder) {
        return rules.element().attribute(folder + "/x", "linguist-vendored").filter(vendored -> !vendored).isPresent();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        rules.pop();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        leave(path(file), Reason.OTHER, "It cannot be read: " + failure.getMessage() + ".");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = path(file);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!attributes.isRegularFile()) {
            leave(path, Reason.OTHER, "It is a link or no regular file.");
            return FileVisitResult.CONTINUE;
        }
        FolderRules here = rules.element();
        Optional<Boolean> generated = here.attribute(path, "linguist-generated");
        Optional<Boolean> vendored = here.attribute(path, "linguist-vendored");
        Optional<String> language = language(path);
        if (here.ignored(path, false)) {
            leave(path, Reason.IGNORED, "Git ignores it.");
        } else if (generated.orElse(false)) {
            leave(path, Reason.GENERATED, "The project's .gitattributes say so.");
        } else if (vendored.orElse(false)) {
            leave(path, Reason.VENDORED, "The project's .gitattributes say so.");
        } else if (generated.isEmpty() && Generated.byName(name).isPresent()) {
            leave(path, Reason.GENERATED, Generated.byName(name).orElseThrow());
        } else if (Minified.byName(name)) {
            leave(path, Reason.MINIFIED, "Its name says so.");
        } else if (language.isEmpty()) {
            leave(path, Reason.OTHER, "It is no source code.");
        } else if (attributes.size() > LARGEST) {
            leave(path, Reason.TOO_LARGE, "It has more than " + LARGEST / 1000 + " kB.");
        } else {
            read(file, path, language.get(), generated.isEmpty());
        }
        return FileVisitResult.CONTINUE;
    }

    private void read(Path file, String path, String language, boolean lookAtHeader) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                leave(path, Reason.BINARY, "It is not text.");
                return;
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<String> header = lookAtHeader ? Generated.byHeader(text) : Optional.empty();
        if (header.isPresent()) {
            leave(path, Reason.GENERATED, header.get());
        } else if (Minified.byLayout(language, text)) {
            leave(path, Reason.MINIFIED, "Its lines are very long and have hardly any spaces.");
        } else {
            files.add(new Entry(path, language, bytes.length, hash(bytes)));
            if (files.size() % 200 == 0) {
                progress.report("Finding source code", files.size(), 0, path);
            }
        }
    }

    private static Optional<String> language(String path) {
        Optional<Language> known = Language.of(path);
        if (known.isPresent()) {
            return known.map(language -> language.name().toLowerCase(Locale.ROOT));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("Podfile") || name.equals("Gemfile") || name.equals("Rakefile") || name.equals("Dockerfile") || name.equals("Makefile")) {
            return Optional.of("");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && PLAIN.contains(extension) ? Optional.of("") : Optional.empty();
    }

    private void leave(String path, Reason reason, String detail) {
        leftOut.add(new LeftOut(path, reason, detail));
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256.", missing);
        }
    }
}
