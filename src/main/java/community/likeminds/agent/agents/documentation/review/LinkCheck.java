package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.agents.documentation.review.PageLinks.Link;
import community.likeminds.agent.agents.documentation.review.SiteMap.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Follows every link of a source to a page, an anchor or a file. Addresses on the web are not fetched. */
final class LinkCheck {

    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*:|//).*");
    private static final Pattern TEMPLATED = Pattern.compile(".*[{}<>$\\\\|*].*|.*%7[bB].*");
    private static final Pattern HOST = Pattern.compile("(?i)^(?:www\\.[\\w-]+\\.\\w|[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|io|dev|net|app|ai)(?:/|$)).*");
    private static final Set<String> PAGES = Set.of("", "md", "mdx", "markdown", "html", "htm");
    /** Below this share of links from the root that lead somewhere, the source is only a part of its site. */
    private static final double WHOLE_SITE = 0.85;
    private static final int LEFT_OUT_FOLDER = 2;

    private final SiteMap site;
    private final Map<PageText, Anchors> anchors = new HashMap<>();
    private final List<Draft> found = new ArrayList<>();
    private final List<Draft> doubtful = new ArrayList<>();
    private final Map<String, Set<String>> missingFolders = new HashMap<>();
    private final Set<PageText> reached = new HashSet<>();
    private final Set<String> sections = new HashSet<>();
    private int fromRoot;
    private int fromRootFound;
    private int assets;
    private int relativeLinks;
    private int withoutFile;
    private int byAddress;

    LinkCheck(SiteMap site) {
        this.site = site;
        site.pages().forEach(page -> anchors.put(page, Anchors.of(page)));
    }

    /** Pages that another page links to. */
    Set<PageText> reached() {
        return reached;
    }

    void page(PageText page) {
        for (Link link : PageLinks.of(page)) {
            if (!TEMPLATED.matcher(link.target()).matches()) {
                link(page, link);
            }
        }
    }

    private void link(PageText page, Link link) {
        String target = link.target();
        if (target.isEmpty()) {
            // A summary names chapters that are still to be written so.
            if (!link.asset() && !page.path().matches("(?:.*/)?SUMMARY\\.md")) {
                found.add(Draft.of(FindingKind.LINK_BROKEN, Level.WARNING, page, link.line(), "()",
                        "The link has no target.", "Name the page that it leads to."));
            }
            return;
        }
        if (target.startsWith("#")) {
            anchor(page, link, page, target.substring(1));
            return;
        }
        if (SCHEME.matcher(target).matches()) {
            return;
        }
        int cut = LinkPaths.cut(target);
        String path = LinkPaths.decoded(target.substring(0, cut));
        int hash = target.indexOf('#');
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        boolean fromSite = path.startsWith("@site/") || path.startsWith("~/");
        boolean rooted = path.startsWith("/") || fromSite;
        if (path.startsWith("@") && !fromSite) {
            return; // An alias of the build, which only its configuration knows.
        }
        Place place = rooted ? site.absolute(fromSite ? path.substring(path.indexOf('/')) : path) : site.relative(page, path);
        boolean asset = link.asset() || LinkPaths.glued(path) == null && !PAGES.contains(SourceFiles.extension(path)) && !LinkPaths.looksLikeVersion(path);
        if (rooted && !asset) {
            fromRoot++;
            fromRootFound += place instanceof Place.Nowhere ? 0 : 1;
            if (!(place instanceof Place.Nowhere)) {
                sections.add(LinkPaths.section(path));
            }
        }
        if (!rooted && !asset) {
            count(place);
        }
        switch (place) {
            case Place.OfAddress(PageText other) -> {
                reached(page, other);
                anchor(page, link, other, anchor);
            }
            case Place.OfPage(PageText other) -> {
                reached(page, other);
                if (path.matches("(?i).*\\.mdx?/")) {
                    found.add(Draft.of(FindingKind.LINK_MALFORMED, Level.WARNING, page, link.line(), target,
                            "The link '" + target + "' has a slash behind the file's name, so it is taken for a folder.",
                            "Remove the slash."));
                } else {
                    anchor(page, link, other, anchor);
                }
            }
            case Place.OfFile ignored -> { }
            case Place.Outside ignored -> { }
            case Place.OtherCase(String real) -> found.add(Draft.of(FindingKind.LINK_BROKEN,
                            PAGES.contains(SourceFiles.extension(path)) && !SourceFiles.extension(path).isEmpty() ? Level.ERROR : Level.WARNING,
                            page, link.line(), target,
                            "The link '" + target + "' differs in case from what it means, which file systems and sites that tell case apart do not find.",
                            "Write it as the page is called.").withCandidates(List.of(real)));
            case Place.Nowhere ignored -> nowhere(page, link, path, anchor, rooted, asset);
        }
    }

    private void reached(PageText from, PageText to) {
        if (!to.equals(from)) {
            reached.add(to);
        }
    }

    private void count(Place place) {
        relativeLinks++;
        switch (place) {
            case Place.OfPage ignored -> { }
            case Place.OfFile ignored -> { }
            case Place.OfAddress ignored -> {
                withoutFile++;
                byAddress++;
            }
            case Place.OtherCase ignored -> withoutFile++;
            case Place.Outside ignored -> withoutFile++;
            case Place.Nowhere ignored -> withoutFile++;
        }
    }

    Review.Links figures() {
        return new Review.Links(relativeLinks, withoutFile, byAddress);
    }

    private void anchor(PageText from, Link link, PageText page, String anchor) {
        Anchors there = anchors.get(page);
        String wanted = LinkPaths.decoded(anchor);
        if (there == null || !page.isMarkdown() || there.has(wanted)) {
            return;
        }
        List<String> nearest = there.nearest(wanted);
        if (there.open() && nearest.isEmpty()) {
            return; // It may stand in what the page includes.
        }
        String where = page.equals(from) ? "this page" : page.path();
        found.add(Draft.of(FindingKind.ANCHOR_MISSING, there.open() ? Level.INFO : Level.WARNING, from, link.line(), link.target(),
                        "The link '" + link.target() + "' leads to '#" + wanted + "', which " + where + " does not have.",
                        nearest.isEmpty() ? "Link to a heading of the page, or give the place an id." : "Use the nearest heading's anchor.")
                .withCandidates(nearest.stream().map(name -> "#" + name).toList()));
    }

    private void nowhere(PageText page, Link link, String path, String anchor, boolean rooted, boolean asset) {
        if (asset) {
            missingAsset(page, link, path);
            return;
        }
        String target = link.target();
        if (!rooted && HOST.matcher(path).matches()) {
            found.add(Draft.of(FindingKind.LINK_BROKEN, Level.ERROR, page, link.line(), target,
                    "The link '" + target + "' has no scheme, so it leads to a page below this one.", "Write https:// before it."));
            return;
        }
        String glued = LinkPaths.glued(path);
        if (glued != null && site.relative(page, glued) instanceof Place.OfPage) {
            found.add(Draft.of(FindingKind.LINK_BROKEN, Level.ERROR, page, link.line(), target,
                            "The link '" + target + "' runs the file's name and what follows it together, so it leads to no page.", "Write '#' before the heading's anchor.")
                    .withCandidates(List.of(glued + "#" + path.substring(glued.length()))));
            return;
        }
        if (target.startsWith("[")) {
            found.add(Draft.of(FindingKind.LINK_BROKEN, Level.ERROR, page, link.line(), target,
                    "The target '" + target + "' is itself written as a link, which is taken for a path.", "Link to the address alone."));
            return;
        }
        List<PageText> likely = site.likely(page, path);
        String end = anchor.isEmpty() ? "" : "#" + anchor;
        List<String> candidates = likely.stream().limit(3).map(other -> LinkPaths.relative(page, other) + end).toList();
        String remedy = candidates.isEmpty() ? "Link to a page that exists, or remove the link." : "Use the path of the page that is meant.";
        boolean named = PAGES.contains(SourceFiles.extension(path)) && !SourceFiles.extension(path).isEmpty();
        Draft draft = Draft.of(FindingKind.LINK_BROKEN, named || !candidates.isEmpty() ? Level.ERROR : Level.WARNING, page, link.line(),
                target, "The link '" + target + "' leads to no page of this source.", remedy).withCandidates(candidates);
        if (rooted) {
            doubtful.add(draft.at(Level.WARNING));
        } else {
            String full = SourceFiles.resolve(page.folder(), path.replaceAll("/+$", ""));
            String folder = full == null || !full.contains("/") ? "" : full.substring(0, full.lastIndexOf('/'));
            if (full != null && !site.hasFolder(folder)) {
                if (candidates.isEmpty()) {
                    missingFolders.computeIfAbsent(folder, key -> new HashSet<>()).add(full);
                }
                doubtful.add(candidates.isEmpty() ? draft.at(Level.WARNING) : draft);
            } else {
                found.add(draft);
            }
        }
    }

    private void missingAsset(PageText page, Link link, String path) {
        if (!site.hasAssets(SourceFiles.extension(path))) {
            assets++;
            return;
        }
        found.add(Draft.of(FindingKind.ASSET_MISSING, Level.WARNING, page, link.line(), link.target(),
                "The file '" + link.target() + "' is not part of this source.", "Add the file, or correct its path."));
    }

    /** Every finding, and what could not be decided. */
    List<Draft> results(List<String> notChecked) {
        boolean whole = fromRoot > 0 && fromRootFound >= WHOLE_SITE * fromRoot;
        Map<String, Integer> folders = new TreeMap<>();
        int unknown = 0;
        for (Draft draft : doubtful) {
            boolean rooted = draft.subject().startsWith("/") || draft.subject().startsWith("@") || draft.subject().startsWith("~");
            if (rooted) {
                boolean section = sections.contains(LinkPaths.section(draft.subject().substring(0, LinkPaths.cut(draft.subject()))));
                boolean sure = section && (whole || !draft.candidates().isEmpty() && fromRootFound * 2 >= fromRoot);
                unknown += sure ? 0 : 1;
                if (sure) {
                    // Where some of a site is missing, an address may be redirected by what is missing.
                    found.add(whole ? draft : draft.at(Level.INFO));
                }
                continue;
            }
            String folder = missing(draft);
            if (missingFolders.getOrDefault(folder, Set.of()).size() >= LEFT_OUT_FOLDER) {
                folders.merge(folder, 1, Integer::sum);
            } else {
                found.add(draft);
            }
        }
        folders.forEach((folder, count) -> notChecked.add(count + " links lead into '" + folder
                + "', which is not part of this source; they were not checked."));
        if (unknown > 0) {
            notChecked.add(unknown + (unknown == 1 ? " link" : " links") + " from the site's root lead to sections of the site that are not part of this source, or may be redirected; they were not checked ("
                    + fromRootFound + " of " + fromRoot + " such links lead to pages).");
        }
        if (assets > 0) {
            notChecked.add(assets + (assets == 1 ? " link leads" : " links lead")
                    + " to images or files of kinds that this source has none of; they were not checked.");
        }
        return found;
    }

    private static String missing(Draft draft) {
        String path = LinkPaths.decoded(draft.subject().substring(0, LinkPaths.cut(draft.subject()))).replaceAll("/+$", "");
        int slash = draft.page().lastIndexOf('/');
        String full = SourceFiles.resolve(slash < 0 ? "" : draft.page().substring(0, slash), path);
        return full == null || !full.contains("/") ? "" : full.substring(0, full.lastIndexOf('/'));
    }
}
