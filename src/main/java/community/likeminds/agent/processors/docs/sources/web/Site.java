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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the local copy of a site up to date. */
public final class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final String STAGE = "Reading the site";
    private static final int LARGEST_LIST = 50 * 1024 * 1024;
    private static final int MOST_SITEMAPS = 50;

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
        Scope scope = Scope.of(first.address());
        Robots robots = robots(scope, client, start);
        Crawl crawl = new Crawl(client, scope, robots, limits, known, content, pause, progress);
        if (!first.html()) {
            crawl.pages(List.of(first.address()), false);
        } else {
            if (!robots.allows(first.address())) {
                throw AgentException.refused("source-disallowed", "The site's robots.txt does not allow to read " + start + ".",
                        "Ask its owner, or name a folder, repository or package with the documentation.");
            }
            discover(first.address(), scope, robots, client, crawl);
        }
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

    /** What the owner lists goes before what can be found. */
    private void discover(URI start, Scope scope, Robots robots, WebClient client, Crawl crawl) throws IOException {
        List<URI> listed = new ArrayList<>();
        for (String list : places(scope, "llms.txt")) {
            Response answer = tried(list, client, robots);
            if (listed.isEmpty() && answer != null && !answer.looksLikeHtml()) {
                addAll(listed, Lists.links(answer.text()), answer.address(), scope);
            }
        }
        if (!listed.isEmpty()) {
            crawl.pages(listed, false);
            return;
        }
        for (String full : places(scope, "llms-full.txt")) {
            Response answer = tried(full, client, robots);
            if (answer != null && !answer.looksLikeHtml() && !answer.text().isBlank()) {
                crawl.pages(List.of(answer.address()), false);
                return;
            }
        }
        sitemaps(scope, robots, client, listed);
        boolean links = listed.isEmpty();
        if (!listed.contains(start)) {
            listed.addFirst(start);
        }
        crawl.pages(listed, links);
    }

    private static List<String> places(Scope scope, String file) {
        return List.copyOf(new LinkedHashSet<>(List.of(scope.root() + file, scope.origin() + "/" + file)));
    }

    private void sitemaps(Scope scope, Robots robots, WebClient client, List<URI> listed) {
        Set<String> waiting = new LinkedHashSet<>(robots.sitemaps());
        waiting.addAll(places(scope, "sitemap.xml"));
        Set<String> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty() && seen.size() < MOST_SITEMAPS && listed.size() < limits.pages()) {
            String next = waiting.iterator().next();
            waiting.remove(next);
            Response answer = seen.add(next) ? tried(next, client, robots) : null;
            if (answer == null || answer.looksLikeHtml()) {
                continue;
            }
            try {
                Lists.Sitemap map = Lists.sitemap(answer.unpacked(LARGEST_LIST), 50_000);
                addAll(listed, map.pages(), answer.address(), scope);
                waiting.addAll(map.more());
            } catch (IOException damaged) {
                LOG.warn("The sitemap {} is damaged and was passed over.", next, damaged);
            }
        }
    }

    private static void addAll(List<URI> listed, List<String> links, URI base, Scope scope) {
        Set<URI> all = new LinkedHashSet<>(listed);
        for (String link : links) {
            URI page = Scope.page(base, link);
            if (page != null && scope.holds(page)) {
                all.add(page);
            }
        }
        listed.clear();
        listed.addAll(all);
    }

    /** A list that need not be there. */
    private static @Nullable Response tried(String address, WebClient client, Robots robots) {
        try {
            URI at = new URI(address);
            Response answer = robots.allows(at) ? client.get(at, "", "", LARGEST_LIST) : null;
            return answer != null && answer.ok() ? answer : null;
        } catch (WebFailure | URISyntaxException missing) {
            return null;
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
