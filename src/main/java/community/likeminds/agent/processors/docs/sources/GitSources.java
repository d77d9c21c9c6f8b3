package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

/** Git repositories, fetched once per commit into the cache, without their history. */
final class GitSources implements SourceOpener {

    private static final int TIMEOUT_SECONDS = 120;
    private static final String STAGE = "Fetching the repository";

    private final Path cache;
    private final SshClone ssh;

    GitSources(Path cache, Programs programs) {
        this.cache = cache;
        this.ssh = new SshClone(programs);
    }

    @Override
    public boolean accepts(String location) {
        return GitLocation.isGit(location);
    }

    @Override
    public Source open(String location, Progress progress) {
        GitLocation git = GitLocation.of(location);
        progress.report(STAGE, 0, 0, git.shown());
        if (git.ssh()) {
            return source(git, ssh.fetch(git, cache.resolve("git")));
        }
        Path copies = cache.resolve("git").resolve(
                git.name() + "-" + PageParser.sha256((git.url() + "#" + git.branch()).getBytes(StandardCharsets.UTF_8)).substring(0, 12));
        Ref head;
        try {
            head = head(git);
        } catch (GitAPIException failed) {
            Optional<Path> earlier = newest(copies);
            if (earlier.isPresent() && unreachable(failed)) {
                progress.report(STAGE, 1, 1, git.shown() + " cannot be reached: the copy fetched earlier is used");
                return source(git, earlier.get());
            }
            throw failure(git, failed);
        }
        ObjectId peeled = head.getPeeledObjectId();
        Path copy = copies.resolve(Objects.requireNonNull(peeled == null ? head.getObjectId() : peeled).name());
        if (!Files.isDirectory(copy)) {
            fetch(git, head, copies, copy);
        }
        progress.report(STAGE, 1, 1, git.shown());
        return source(git, copy);
    }

    private static Ref head(GitLocation git) throws GitAPIException {
        Collection<Ref> refs = Git.lsRemoteRepository().setRemote(git.url()).setTimeout(TIMEOUT_SECONDS).call();
        List<String> names = git.branch().isEmpty()
                ? List.of("HEAD") : List.of("refs/heads/" + git.branch(), "refs/tags/" + git.branch());
        for (String name : names) {
            for (Ref ref : refs) {
                if (ref.getName().equals(name) && ref.getObjectId() != null) {
                    return ref;
                }
            }
        }
        throw git.branch().isEmpty()
                ? AgentException.badInput("source-empty", "The repository " + git.shown() + " has no commits.", "Name a repository that holds documentation.")
                : AgentException.notFound(
                        "source-branch-not-found",
                        "The repository " + git.shown() + " has no branch or tag '" + git.branch() + "'.",
                        "Name an existing branch behind the '#', or leave it out for the default branch.");
    }

    private static void fetch(GitLocation git, Ref head, Path copies, Path copy) {
        try {
            Files.createDirectories(copies);
            Path unfinished = Files.createTempDirectory(copies, "fetching-");
            try {
                Git.cloneRepository()
                        .setURI(git.url())
                        .setDirectory(unfinished.toFile())
                        .setDepth(1)
                        .setNoTags()
                        .setBranch(git.branch().isEmpty() ? "HEAD" : head.getName())
                        .setTimeout(TIMEOUT_SECONDS)
                        .call().close();
                if (!Files.isDirectory(copy)) {
                    Files.move(unfinished, copy);
                }
            } finally {
                Folders.delete(unfinished);
            }
        } catch (GitAPIException failed) {
            throw failure(git, failed);
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The repository " + git.shown() + " cannot be stored in " + copies + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    private static Optional<Path> newest(Path copies) {
        if (!Files.isDirectory(copies)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(copies)) {
            return all.filter(one -> !String.valueOf(one.getFileName()).startsWith("fetching-"))
                    .max(Comparator.comparingLong(one -> one.toFile().lastModified()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Source source(GitLocation git, Path copy) {
        Path root = copy.resolve(git.folder()).normalize();
        if (!root.startsWith(copy) || !Files.isDirectory(root) || !Folders.within(root, copy)) {
            throw AgentException.notFound(
                    "source-not-found",
                    "The repository " + git.shown() + " has no folder '" + git.folder() + "'.",
                    "Name an existing folder behind the ':', or leave it out for the whole repository.");
        }
        return new Source(git.name(), Source.Kind.GIT, git.shown(), String.valueOf(copy.getFileName()), root, "", git.webAddress(String.valueOf(copy.getFileName())));
    }

    private static boolean unreachable(Throwable failed) {
        for (@Nullable Throwable one = failed; one != null; one = one.getCause()) {
            if (one instanceof java.net.UnknownHostException || one instanceof java.net.ConnectException
                    || one instanceof java.net.SocketTimeoutException || one instanceof java.net.NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }

    private static AgentException failure(GitLocation git, GitAPIException failed) {
        String message = String.valueOf(failed.getMessage()).replace(git.url(), git.shown()).replaceFirst("\\.$", "");
        if (unreachable(failed)) {
            return new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-unreachable",
                    "The repository " + git.shown() + " cannot be reached.",
                    "Check the network and the address, or name a local copy of the documentation.",
                    failed);
        }
        boolean missing = message.contains("not found") || message.contains("not authorized") || message.contains("no CredentialsProvider")
                || failed.getCause() instanceof TransportException;
        return new AgentException(
                missing ? AgentException.Kind.NOT_FOUND : AgentException.Kind.UNAVAILABLE,
                missing ? "source-not-found" : "source-unreachable",
                "The repository " + git.shown() + " cannot be read: " + message + ".",
                "Check the address and that it can be read without a password, or name a local copy of the documentation.",
                failed);
    }
}
