package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds pages that are there twice, and pages that claim the same address. */
final class DuplicateCheck {

    private static final int SMALLEST = 200;

    private DuplicateCheck() {}

    static List<Draft> of(Collection<PageText> pages) {
        List<Draft> found = new ArrayList<>();
        Map<String, PageText> byContent = new HashMap<>();
        Map<String, PageText> byAddress = new TreeMap<>();
        for (PageText page : pages.stream().sorted(Comparator.comparing(PageText::path)).toList()) {
            int length = page.lines().stream().mapToInt(String::length).sum();
            PageText same = length < SMALLEST ? null : byContent.putIfAbsent(page.page().contentHash(), page);
            if (same != null) {
                boolean near = same.top().equals(page.top());
                found.add(Draft.of(FindingKind.PAGE_DUPLICATE, near ? Level.WARNING : Level.INFO, page, 1, "same as " + same.path(),
                        "The page has the same content as " + same.path() + ".",
                        "Keep one and let the other lead to it, or share the text."));
            }
            String slug = page.page().frontMatter().getOrDefault("slug", "").strip();
            if (slug.startsWith("/") && slug.length() > 1) {
                PageText other = byAddress.putIfAbsent(page.top() + " " + slug.toLowerCase(java.util.Locale.ROOT), page);
                if (other != null) {
                    found.add(Draft.of(FindingKind.PAGE_DUPLICATE, Level.ERROR, page, slugLine(page), "slug " + slug,
                            "The page claims the address '" + slug + "', which " + other.path() + " claims too.",
                            "Give each page an address of its own."));
                }
            }
        }
        return found;
    }

    private static int slugLine(PageText page) {
        for (int i = 0; i < page.lines().size(); i++) {
            if (page.lines().get(i).strip().startsWith("slug:")) {
                return i + 1;
            }
        }
        return 1;
    }
}
