package community.likeminds.agent.processors.docs.sources.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

    /**
     * @param scope that all pages are in
     * @param follow whether pages that they lead to belong to the site as well
     */
    record Found(Scope scope, List<URI> pages, boolean follow) {}

    Discovery(WebClient client, Scope scope, Robots robots, Limits limits) {
        this.client = client;
        this.scope = scope;
        this.robots = robots;
        this.limits = limits;
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
                : new Found(listed.stream().allMatch(scope::holds) ? scope : whole, listed, false);
    }

    private Found site(URI start) {
        for (String list : places("llms.txt")) {
            Response answer = tried(list);
            List<URI> listed = answer == null || answer.looksLikeHtml() ? List.of() : within(scope, Lists.links(answer.text()), answer.address());
            if (!listed.isEmpty()) {
                return new Found(scope, listed, false);
            }
        }
        for (String full : places("llms-full.txt")) {
            Response answer = tried(full);
            if (answer != null && !answer.looksLikeHtml() && !answer.text().isBlank()) {
                return new Found(scope, List.of(answer.address()), false);
            }
        }
        Set<String> maps = new LinkedHashSet<>(robots.sitemaps());
        maps.addAll(places("sitemap.xml"));
        List<URI> listed = sitemaps(maps, scope);
        Set<URI> pages = new LinkedHashSet<>(listed.contains(start) ? List.of() : List.of(start));
        pages.addAll(listed);
        return new Found(scope, List.copyOf(pages), listed.isEmpty());
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
            Response answer = robots.allows(at) ? client.get(at, "", "", LARGEST_LIST) : null;
            return answer != null && answer.ok() ? answer : null;
        } catch (WebFailure | URISyntaxException missing) {
            return null;
        }
    }
}
