package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Git repositories: what was fetched is kept, with the files of the latest versions beside it. */
final class GitSources implements SourceOpener {

    private static final String STAGE = "Fetching the repository";
    private static final String UNFINISHED = "fetching-";
    /** Another process may still be reading the version before. */
    private static final int VERSIONS_KEPT = 3;
    /** By folder: a lock of the operating system is one of the whole process. */
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path cache;
    private final GitRemote direct;
    private final GitRemote program;

    GitSources(Path cache, Programs programs, HostGuard guard) {
        this.cache = cache;
        this.direct = new DirectGit(guard);
        this.program = new ProgramGit(programs, guard);
    }

    @Override
    public boolean accepts(String location) {
        return GitLocation.isGit(location);
    }

    @Override
    public Source open(String location, Progress progress) {
        GitLocation git = GitLocation.of(location);
        return open(git, git.ssh() ? program : direct, progress);
    }

    Source open(GitLocation git, GitRemote remote, Progress progress) {
        progress.report(STAGE, 0, 0, git.shown());
        Path copies = cache.resolve("git").resolve(git.name() + "-" + PageParser.sha256(git.url().getBytes(StandardCharsets.UTF_8)).substring(0, 12));
        try {
            Files.createDirectories(copies);
            ReentrantLock turn = IN_THIS_PROCESS.computeIfAbsent(copies.toAbsolutePath().normalize(), any -> new ReentrantLock());
            turn.lockInterruptibly();
            try (FileChannel channel = FileChannel.open(copies.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Path copy = copy(git, remote, copies, progress);
                progress.report(STAGE, 1, 1, git.shown());
                return source(git, copy);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException | FileLockInterruptionException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Waiting for the repository was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The repository " + git.shown() + " cannot be stored in " + copies + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    private static Path copy(GitLocation git, GitRemote remote, Path copies, Progress progress) throws IOException {
        GitHistory history = new GitHistory(copies);
        String commit;
        try {
            GitRemote.Head head = remote.head(git);
            boolean known = history.last(git).filter(head.commit()::equals).isPresent();
            commit = known ? head.commit() : history.fetch(remote, git, head.ref());
        } catch (GitRemote.Unreachable failed) {
            commit = history.last(git).orElseThrow(() -> new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-unreachable",
                    "The repository " + git.shown() + " cannot be reached.",
                    "Check the network and the address, or name a local copy of the documentation.",
                    failed));
            progress.report(STAGE, 1, 1, git.shown() + " cannot be reached: what was fetched earlier is used");
        }
        Path copy = copies.resolve(commit);
        if (!Files.isDirectory(copy)) {
            Path unfinished = Files.createTempDirectory(copies, UNFINISHED);
            try {
                history.checkOut(commit, unfinished);
                Files.move(unfinished, copy);
            } finally {
                Folders.delete(unfinished);
            }
        }
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        forgetOld(copies);
        return copy;
    }

    private static void forgetOld(Path copies) throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            List<Path> versions = all.filter(one -> String.valueOf(one.getFileName()).matches("[0-9a-f]{40,64}"))
                    .sorted(Comparator.comparingLong((Path one) -> one.toFile().lastModified()).reversed())
                    .toList();
            for (Path old : versions.stream().skip(VERSIONS_KEPT).toList()) {
                Folders.delete(old);
            }
        }
    }

    /** What has changed since an earlier version of a source, or nothing when that version is not known here. */
    Optional<SourceChanges> changes(Source source, String since) {
        Path root = source.root();
        for (Path copy = root; copy.getParent() != null; copy = copy.getParent()) {
            Path copies = copy.getParent();
            if (String.valueOf(copy.getFileName()).equals(source.version()) && Files.isDirectory(copies.resolve(GitHistory.FOLDER))) {
                try {
                    String folder = copy.relativize(root).toString().replace('\\', '/');
                    return new GitHistory(copies).between(since, source.version(), folder);
                } catch (IOException unreadable) {
                    // The pages are compared by their content anyway.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Source source(GitLocation git, Path copy) {
        Path root = copy.resolve(git.folder()).normalize();
        if (!root.startsWith(copy) || !Files.isDirectory(root) || !Folders.within(root, copy)) {
            throw AgentException.notFound(
                    "source-not-found",
                    "The repository " + git.shown() + " has no folder '" + git.folder() + "'.",
                    "Name an existing folder behind the ':', or leave it out for the whole repository.");
        }
        String commit = String.valueOf(copy.getFileName());
        return new Source(git.name(), Source.Kind.GIT, git.shown(), commit, root, "", git.webAddress(commit));
    }
}
