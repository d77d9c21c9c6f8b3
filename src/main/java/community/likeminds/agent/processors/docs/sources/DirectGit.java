package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.sources.web.HostGuard;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
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
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Reaches repositories in this process: by http, the git protocol and on this machine. */
final class DirectGit implements GitRemote {

    private static final int TIMEOUT_SECONDS = 120;

    private final HostGuard guard;

    DirectGit(HostGuard guard) {
        this.guard = guard;
    }

    @Override
    public Head head(GitLocation git) throws Unreachable {
        try {
            Collection<Ref> refs = Git.lsRemoteRepository().setRemote(pinned(git)).setTimeout(TIMEOUT_SECONDS)
                    .setTransportConfigCallback(transport -> guarded(transport)).call();
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
                    .setRemote(pinned(git))
                    .setRefSpecs(new RefSpec("+" + ref + ":" + as))
                    .setDepth(depth)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setTimeout(TIMEOUT_SECONDS)
                    .setTransportConfigCallback(transport -> guarded(transport))
                    .call();
        } catch (GitAPIException failed) {
            throw explained(git, failed);
        }
    }

    /** Every connection is looked at, because a public host may redirect to a private one. */
    private void guarded(Transport transport) {
        if (transport instanceof TransportHttp http) {
            HttpConnectionFactory plain = http.getHttpConnectionFactory();
            http.setHttpConnectionFactory(new HttpConnectionFactory() {
                @Override
                public HttpConnection create(URL url) {
                    return new PinnedHttp(guard, url);
                }

                @Override
                public HttpConnection create(URL url, Proxy proxy) throws IOException {
                    if (proxy == null || proxy.type() == Proxy.Type.DIRECT) {
                        return create(url);
                    }
                    // The proxy looks the name up again, where this process has no say.
                    guard.resolve(url.getHost());
                    return plain.create(url, proxy);
                }
            });
        }
    }

    /**
     * The address to connect to. By the git protocol JGit would look the name up again and might be led elsewhere, so it is given the address that was
     * looked at; a server that tells its hosts apart by name does not find its repositories then, and has them by https.
     */
    private String pinned(GitLocation git) throws Unreachable {
        if (!git.url().startsWith("git://")) {
            return git.url();
        }
        String host = "";
        try {
            URIish address = new URIish(git.url());
            host = String.valueOf(address.getHost());
            InetAddress found = guard.resolve(host)[0];
            String number = found.getHostAddress().replaceFirst("%.*", "");
            return address.setHost(found instanceof Inet6Address ? "[" + number + "]" : number).toString();
        } catch (HostGuard.PrivateHostException refused) {
            throw refused(git, host, refused);
        } catch (UnknownHostException unknown) {
            throw new Unreachable(unknown);
        } catch (URISyntaxException invalid) {
            throw new AgentException(AgentException.Kind.BAD_INPUT, "source-invalid",
                    "The repository " + git.shown() + " has no valid address.", "Write it as git://HOST/PATH, or name its https address.", invalid);
        }
    }

    static AgentException refused(GitLocation git, String host, Exception cause) {
        return new AgentException(AgentException.Kind.BAD_INPUT, "source-refused",
                "The repository " + git.shown() + " cannot be read: the host " + host + " is on a private network, which is not read.",
                "Name a public address; a host of your own network is allowed by its name in likeminds.sources.web.private-hosts.", cause);
    }

    private static AgentException explained(GitLocation git, GitAPIException failed) throws Unreachable {
        for (@Nullable Throwable one = failed; one != null; one = one.getCause()) {
            if (one instanceof HostGuard.PrivateHostException refused) {
                return refused(git, String.valueOf(refused.getMessage()), failed);
            }
            if (one instanceof UnknownHostException || one instanceof java.net.ConnectException
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
