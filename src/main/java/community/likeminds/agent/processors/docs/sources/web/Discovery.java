package community.likeminds.agent.processors.docs.sources.web;

import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the pages of a site: what its owner lists goes before what can be found by links. */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final int LARGEST_LIST = 50 * 1024 * 1024;
    private static final int MOST_SITEMAPS = 50;

    private final WebClient client;
    private final Scope scope;
    private final Robots robots;
    private final Limits limits;
    private final Manifest known;
    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private boolean busy;

    /**
     * @param scope that all pages are in
     * @param follow whether pages that they lead to belong to the site as well
     */
    record Found(Scope scope, List<URI> pages, boolean follow) {}

    Discovery(WebClient client, Scope scope, Robots robots, Limits limits, Manifest known) {
        this.client = client;
        this.scope = scope;
        this.robots = robots;
        this.limits = limits;
        this.known = known;
    }

    /** Lists that the server did not let be read, though they may be there, with the reason; what they listed earlier is among the pages. */
    Map<String, String> unanswered() {
        return Collections.unmodifiableMap(unanswered);
    }

    /** @param first what the server answers at the address that the person named: a page, a document or itself a list */
    Found from(Response first) {
        URI start = first.address();
        if (first.html()) {
            return site(start);
        }
        // Who names a list wants what it lists, also beside the list's own folder.
        Scope whole = new Scope(scope.origin(), "/");
        String path = String.valueOf(start.getPath()).toLowerCase(Locale.ROOT);
        List<URI> listed = List.of();
        if (path.endsWith("/llms.txt")) {
            listed = within(whole, Lists.links(first.text()), start);
        } else if (path.endsWith(".xml") || path.endsWith(".xml.gz")) {
            listed = sitemaps(List.of(start.toString()), whole);
        }
        return listed.isEmpty() ? new Found(scope, List.of(start), false)
                : found(listed.stream().allMatch(scope::holds) ? scope : whole, listed, false);
    }

    private Found site(URI start) {
        for (String list : places("llms.txt")) {
            Response answer = tried(list);
            List<URI> listed = answer == null || answer.looksLikeHtml() ? List.of() : within(scope, Lists.links(answer.text()), answer.address());
            if (!listed.isEmpty() || busy && !before(scope).isEmpty()) {
                return found(scope, listed, false);
            }
        }
        for (String full : places("llms-full.txt")) {
            Response answer = tried(full);
            if (answer != null && !answer.looksLikeHtml() && !answer.text().isBlank()) {
                return found(scope, List.of(answer.address()), false);
            }
            if (busy && !before(scope).isEmpty()) {
                return found(scope, List.of(), false);
            }
        }
        Set<String> maps = new LinkedHashSet<>(robots.sitemaps());
        maps.addAll(places("sitemap.xml"));
        List<URI> listed = sitemaps(maps, scope);
        Set<URI> pages = new LinkedHashSet<>(listed.contains(start) ? List.of() : List.of(start));
        pages.addAll(listed);
        return found(scope, pages, listed.isEmpty());
    }

    private Found found(Scope part, Collection<URI> listed, boolean follow) {
        Set<URI> pages = new LinkedHashSet<>(listed);
        if (!unanswered.isEmpty()) {
            pages.addAll(before(part));
        }
        return new Found(part, List.copyOf(pages), follow);
    }

    private List<URI> before(Scope part) {
        return known.pages().stream().map(page -> URI.create(page.requested())).filter(part::holds).toList();
    }

    private List<String> places(String file) {
        return List.copyOf(new LinkedHashSet<>(List.of(scope.root() + file, scope.origin() + "/" + file)));
    }

    private List<URI> sitemaps(Collection<String> first, Scope part) {
        Set<URI> listed = new LinkedHashSet<>();
        Set<String> waiting = new LinkedHashSet<>(first);
        Set<String> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty() && seen.size() < MOST_SITEMAPS && listed.size() < limits.pages()) {
            String next = waiting.iterator().next();
            waiting.remove(next);
            Response answer = seen.add(next) ? tried(next) : null;
            if (answer == null || answer.looksLikeHtml()) {
                continue;
            }
            try {
                Lists.Sitemap map = Lists.sitemap(answer.unpacked(LARGEST_LIST), 50_000);
                listed.addAll(within(part, map.pages(), answer.address()));
                waiting.addAll(map.more());
            } catch (IOException damaged) {
                LOG.warn("The sitemap {} is damaged and was passed over.", next, damaged);
            }
        }
        return List.copyOf(listed);
    }

    private static List<URI> within(Scope part, List<String> links, URI base) {
        Set<URI> pages = new LinkedHashSet<>();
        for (String link : links) {
            URI page = Scope.page(base, link);
            if (page != null && part.holds(page)) {
                pages.add(page);
            }
        }
        return List.copyOf(pages);
    }

    /** A list that need not be there. */
    private @Nullable Response tried(String address) {
        try {
            URI at = new URI(address);
            if (!robots.allows(at)) {
                return null;
            }
            Response answer = client.get(at, "", "", LARGEST_LIST);
            if (answer.status() == 403 || answer.status() >= 500) {
                unanswered.put(address, "The server answers with status " + answer.status() + ".");
            }
            return answer.ok() ? answer : null;
        } catch (WebFailure failure) {
            if (failure.kind() == WebFailure.Kind.TRANSIENT) {
                busy = true;
                unanswered.put(address, failure.sentence());
            }
            return null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
