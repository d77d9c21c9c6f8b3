package community.likeminds.agent.processors.docs.sources.web;

import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.ProcessLock;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the local copy of a site up to date. */
public final class Site {

    private static final String STAGE = "Reading the site";

    private final HostGuard guard;
    private final Limits limits;
    private final WebClient.Pause pause;

    public Site(HostGuard guard, Limits limits) {
        this(guard, limits, Thread::sleep);
    }

    Site(HostGuard guard, Limits limits, WebClient.Pause pause) {
        this.guard = guard;
        this.limits = limits;
        this.pause = pause;
    }

    /**
     * @param location address of the first page
     * @param copy folder for {@code content}, the pages, and what is known of them
     * @return the address that every page is below, without a trailing slash
     * @throws AgentException with a code {@code source-…}
     */
    public String update(String location, Path copy, Progress progress) throws IOException {
        URI start = address(location);
        Files.createDirectories(copy);
        Optional<ProcessLock> free = ProcessLock.tryAcquire(copy.resolve("lock"));
        if (free.isEmpty()) {
            throw new AgentException(AgentException.Kind.CONFLICT, "source-busy", "The site " + location + " is being read by another run.",
                    "Wait until that run has finished, then run the command again.");
        }
        try (ProcessLock held = free.get()) {
            try (WebClient client = new WebClient(guard, pause)) {
                return read(start, copy, client, progress);
            }
        }
    }

    private static URI address(String location) {
        try {
            URI address = WebClient.checked(new URI(location));
            return address.getRawPath() == null || address.getRawPath().isEmpty() ? address.resolve("/") : address;
        } catch (URISyntaxException | WebFailure invalid) {
            String why = invalid instanceof WebFailure failure ? failure.sentence() : "It is no valid address.";
            throw AgentException.badInput("source-invalid", "The site '" + location.replaceFirst("//[^/@]*@", "//") + "' cannot be read: " + lower(why), "Write it as https://host/path.");
        }
    }

    private String read(URI start, Path copy, WebClient client, Progress progress) throws IOException {
        progress.report(STAGE, 0, 0, start.toString());
        Path content = Files.createDirectories(copy.resolve("content"));
        Manifest known = Manifest.beside(content);
        Response first;
        try {
            first = client.get(start, "", "", limits.bytes());
        } catch (WebFailure failure) {
            if (failure.kind() == WebFailure.Kind.TRANSIENT && !known.pages().isEmpty()) {
                progress.report(STAGE, 1, 1, start + " cannot be reached: the copy read earlier is used");
                return Scope.of(start).root().replaceFirst("/$", "");
            }
            throw unreadable(start, failure);
        }
        if (first.status() == 404 || first.status() == 410) {
            throw AgentException.notFound("source-not-found", "There is no page at " + start + ".", "Check the address, or name a folder with the documentation.");
        }
        if (!first.ok()) {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "source-unreachable",
                    "The site " + start + " answers with status " + first.status() + ".", "Check the address and that it can be read without signing in.");
        }
        Scope asked = Scope.of(start, first.address());
        Robots robots = robots(asked, client, start);
        if (first.html() && !robots.allows(first.address())) {
            throw AgentException.refused("source-disallowed", "The site's robots.txt does not allow to read " + start + ".",
                    "Ask its owner, or name a folder, repository or package with the documentation.");
        }
        Discovery discovery = new Discovery(client, asked, robots, limits, known);
        Discovery.Found listed = discovery.from(first);
        Scope scope = listed.scope();
        Crawl crawl = new Crawl(client, scope, robots, limits, known, content, pause, progress);
        crawl.pages(listed.pages(), listed.follow());
        discovery.unanswered().forEach(crawl::unanswered);
        Manifest found = crawl.finish();
        if (found.pages().isEmpty()) {
            LeftOut reason = found.leftOut().isEmpty() ? new LeftOut(start.toString(), "It has no pages.") : found.leftOut().getFirst();
            throw AgentException.badInput("source-empty", "No page of " + start + " can be read, for example " + reason.path() + ": " + lower(reason.reason()),
                    "Check the address, or name a folder, repository or package with the documentation.");
        }
        progress.report(STAGE, found.pages().size(), found.pages().size(), start.toString());
        return scope.root().replaceFirst("/$", "");
    }

    private Robots robots(Scope scope, WebClient client, URI start) {
        try {
            Response answer = client.get(URI.create(scope.origin() + "/robots.txt"), "", "", 512 * 1024);
            return answer.ok() && !answer.looksLikeHtml() ? Robots.parse(answer.text()) : Robots.none();
        } catch (WebFailure failure) {
            // RFC 9309: as long as the rules cannot be had, nothing is allowed.
            throw unreadable(start, new WebFailure(failure.kind(), "Its robots.txt cannot be read: " + lower(failure.sentence()), failure));
        }
    }

    private static AgentException unreadable(URI start, WebFailure failure) {
        boolean refused = failure.kind() == WebFailure.Kind.REFUSED;
        return new AgentException(
                refused ? AgentException.Kind.BAD_INPUT : AgentException.Kind.UNAVAILABLE,
                refused ? "source-refused" : "source-unreachable",
                "The site " + start + " cannot be read: " + lower(failure.sentence()),
                refused
                        ? "Name a public address; a site of your own network is allowed by its host's name in likeminds.sources.web.private-hosts."
                        : "Check the network and the address, or name a local copy of the documentation.",
                failure);
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
