package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;

/** Reaches repositories in this process: by http, the git protocol and on this machine. */
final class DirectGit implements GitRemote {

    private static final int TIMEOUT_SECONDS = 120;

    @Override
    public Head head(GitLocation git) throws Unreachable {
        try {
            Collection<Ref> refs = Git.lsRemoteRepository().setRemote(git.url()).setTimeout(TIMEOUT_SECONDS).call();
            for (String name : git.refs()) {
                for (Ref ref : refs) {
                    if (ref.getName().equals(name) && ref.getObjectId() != null) {
                        ObjectId peeled = ref.getPeeledObjectId();
                        return new Head(name, Objects.requireNonNull(peeled == null ? ref.getObjectId() : peeled).name());
                    }
                }
            }
            throw git.missing();
        } catch (GitAPIException failed) {
            throw explained(git, failed);
        }
    }

    @Override
    public void fetch(GitLocation git, Path bare, String ref, String as, int depth) throws Unreachable, IOException {
        try (Git repository = Git.open(bare.toFile())) {
            repository.fetch()
                    .setRemote(git.url())
                    .setRefSpecs(new RefSpec("+" + ref + ":" + as))
                    .setDepth(depth)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setTimeout(TIMEOUT_SECONDS)
                    .call();
        } catch (GitAPIException failed) {
            throw explained(git, failed);
        }
    }

    private static AgentException explained(GitLocation git, GitAPIException failed) throws Unreachable {
        for (@Nullable Throwable one = failed; one != null; one = one.getCause()) {
            if (one instanceof java.net.UnknownHostException || one instanceof java.net.ConnectException
                    || one instanceof java.net.SocketTimeoutException || one instanceof java.net.NoRouteToHostException) {
                throw new Unreachable(failed);
            }
        }
        String message = String.valueOf(failed.getMessage()).replace(git.url(), git.shown()).replaceFirst("\\.$", "");
        boolean missing = List.of("not found", "not authorized", "no CredentialsProvider").stream().anyMatch(message::contains)
                || failed.getCause() instanceof TransportException;
        return new AgentException(
                missing ? AgentException.Kind.NOT_FOUND : AgentException.Kind.UNAVAILABLE,
                missing ? "source-not-found" : "source-unreachable",
                "The repository " + git.shown() + " cannot be read: " + message + ".",
                "Check the address and that it can be read without a password, or name a local copy of the documentation.",
                failed);
    }
}
