package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages that a guide wants to have been followed first. */
final class Prerequisites {

    /** Guides name one or two; a list of everything there is to read is none of prerequisites. */
    private static final int MOST = 2;

    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:if you (?:haven.t|have not)|(?:haven.t|have not) (?:done so|already|yet)|(?:assumes?|assuming|make sure|ensure)(?: that)? you(?:.ve| have)"
                    + "|before you (?:begin|start|continue|proceed)|before (?:starting|continuing)|once you(?:.ve| have) (?:set up|installed|completed|followed)"
                    + "|(?:must|need to|should) (?:first|have) (?:set up|installed?|completed?|followed?|follow))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SET_UP = Pattern.compile("\\b(?:set ?up|install\\w*|get(?:ting)?[ -]started|quick ?-?start|integrat\\w+|initiali[sz]\\w+|configur\\w+|add(?:ed)?|follow\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("^(?:\\d+[.)]\\s*)?(?:prerequisites?|requirements?|before you (?:begin|start))$", Pattern.CASE_INSENSITIVE);

    private final List<Page> pages;

    Prerequisites(List<Page> pages) {
        this.pages = pages;
    }

    /** In the order in which the page names them; pages outside the documentation are left out. */
    List<Page> of(Page page) {
        List<Page> found = new ArrayList<>();
        for (Block block : page.blocks()) {
            boolean asks = block.kind() == Block.Kind.PROSE && SET_UP.matcher(block.text()).find()
                    && (WANTED.matcher(block.text()).find() || HEADING.matcher(block.heading()).find());
            for (String link : asks ? block.links() : List.<String>of()) {
                target(page, link).filter(one -> !one.path().equals(page.path()) && !found.contains(one)).ifPresent(found::add);
            }
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** The page that a link leads to, by its path; sites leave extensions and leading folders out. */
    private Optional<Page> target(Page from, String link) {
        String bare = link.replaceFirst("[#?].*$", "");
        if (bare.isEmpty() || bare.contains(":") || bare.startsWith("//")) {
            return Optional.empty();
        }
        String wanted = stem(bare.startsWith("/") ? bare.substring(1) : resolved(from.path(), bare));
        if (wanted.isEmpty() || wanted.startsWith("..")) {
            return Optional.empty();
        }
        return pages.stream().filter(page -> stem(page.path()).equals(wanted))
                .findFirst()
                .or(() -> bare.startsWith("/") ? only(pages.stream().filter(page -> stem(page.path()).endsWith("/" + wanted)).toList()) : Optional.empty());
    }

    private static Optional<Page> only(List<Page> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String resolved(String from, String link) {
        try {
            Path folder = Path.of(from).getParent();
            return (folder == null ? Path.of(link) : folder.resolve(link)).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException strange) {
            return ""; // A link that is no path leads to no page.
        }
    }

    private static String stem(String path) {
        return path.replaceFirst("/$", "").replaceFirst("\\.(?:mdx?|html?|rst|adoc)$", "").replaceFirst("/(?:index|README)$", "");
    }
}
