package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.shared.AgentException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses a request that the documentation does not cover: another ecosystem, or a feature that it does not have. */
final class Coverage {

    private static final Pattern ADDS = Pattern.compile(
            "^\\W*(?:please\\s+)?(?:add|enable|integrate|implement|support|include|install|set up|offer|provide|build)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ABOUT_PROJECT = Set.of(
            "page", "screen", "component", "endpoint", "route", "integration", "sdk", "library", "package", "plugin", "service", "code",
            "start", "client", "provider", "middleware", "support", "example", "guide", "documentation", "doc");
    /** What is done with a thing: documentation has other words for it ("captures errors" is error tracking), but names the thing. */
    private static final Set<String> DEALING = Set.of(
            "reporting", "report", "tracking", "monitoring", "capture", "capturing", "handling", "collection", "instrumentation");
    /** What a product is as a whole: a guide of a few pages need not say what everybody knows of it. */
    private static final Set<String> KIND = Set.of(
            "analytic", "analytics", "observability", "authentication", "auth", "internationalization", "internationalisation", "i18n", "localization", "feature", "flag", "toggle");
    private static final int FEW = 12;
    private static final Pattern START = Pattern.compile("\\b(?:quick ?-?start|get(?:ting)?[ -]started)\\b", Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 3;

    private final GuideFinder finder;

    Coverage(GuideFinder finder) {
        this.finder = finder;
    }

    /** Throws {@code documentation-other-platform} or {@code feature-not-documented}; else does nothing. */
    void require(Wish wish, ProjectProfile project) {
        List<PageFacts> fitting = finder.facts().stream().filter(page -> finder.fits(page, project)).toList();
        if (fitting.stream().noneMatch(page -> page.installs(project.ecosystem()))) {
            throw AgentException.refused(
                    "documentation-other-platform",
                    "The documentation has no guide for this project: it covers " + covered() + ", the project is " + project.language()
                            + " (" + project.framework() + ").",
                    "Give documentation of an SDK for " + project.language() + ", or use the vendor's HTTP API by hand.");
        }
        // Logic of the project's own is not looked for in the documentation.
        if (!ADDS.matcher(wish.text()).find() || !wish.composed().isEmpty()) {
            return;
        }
        Set<String> product = product(fitting);
        List<String> feature = wish.subject().stream().filter(word -> !product.contains(word) && !ABOUT_PROJECT.contains(word)).toList();
        if (finder.facts().size() <= FEW && KIND.containsAll(feature) && wish.subject().stream().anyMatch(product::contains)) {
            return;
        }
        String missing = missing(named(feature), fitting);
        if (!missing.isEmpty()) {
            throw AgentException.refused(
                    "feature-not-documented",
                    "The documentation for this project's platform does not speak of \"" + missing + "\".",
                    "Ask for a feature that the documentation has, or give documentation that covers it.");
        }
    }

    /** The feature without what is done with it, where that leaves something. */
    private static List<String> named(List<String> feature) {
        return feature.size() > 1 && DEALING.contains(feature.getLast()) ? feature.subList(0, feature.size() - 1) : feature;
    }

    private String missing(List<String> feature, List<PageFacts> fitting) {
        if (feature.isEmpty()) {
            return "";
        }
        String last = feature.getLast();
        if (feature.size() == 1) {
            boolean said = Stream.concat(fitting.stream(), starts()).anyMatch(page -> speaks(page, last));
            return said ? "" : last;
        }
        // What the feature is called stands last; a page that is named after it speaks of it, whatever adjectives the request has.
        if (fitting.stream().anyMatch(page -> page.title().contains(last) || page.folders().contains(last))) {
            return "";
        }
        for (int i = 0; i + 1 < feature.size(); i++) {
            String first = feature.get(i);
            String second = feature.get(i + 1);
            if (fitting.stream().noneMatch(page -> together(page, first, second))) {
                return first + " " + second;
            }
        }
        return "";
    }

    /** Pages that say for some platform how to begin: what they speak of is what the product is there for, on every platform. */
    private Stream<PageFacts> starts() {
        return finder.facts().stream().filter(page -> START.matcher(page.page().title()).find());
    }

    private static boolean speaks(PageFacts page, String word) {
        return page.words().containsKey(word) || page.head().contains(word) || page.words().keySet().stream().anyMatch(one -> Words.related(one, word));
    }

    private static boolean together(PageFacts facts, String first, String second) {
        if (facts.title().contains(first) && facts.title().contains(second)) {
            return true;
        }
        Page page = facts.page();
        for (Block block : page.blocks()) {
            if (block.kind() == Block.Kind.CODE) {
                continue;
            }
            List<String> words = Words.spread(block.text());
            for (int i = 0; i < words.size(); i++) {
                if (Words.related(words.get(i), first)
                        && words.subList(Math.max(0, i - NEAR), Math.min(words.size(), i + NEAR + 1)).stream().anyMatch(near -> Words.related(near, second))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Words that name the product itself: they stand in the names of packages that many pages use. */
    private static Set<String> product(List<PageFacts> pages) {
        Map<String, Integer> uses = new HashMap<>();
        pages.forEach(page -> page.packages().forEach(name -> uses.merge(name, 1, Integer::sum)));
        Set<String> words = new HashSet<>();
        uses.forEach((name, count) -> {
            if (count * 20 >= pages.size()) {
                words.addAll(Words.spread(name));
            }
        });
        return words;
    }

    private String covered() {
        Set<String> platforms = new TreeSet<>();
        finder.facts().forEach(page -> {
            if (!page.page().platform().isEmpty()) {
                platforms.add(page.page().platform());
            }
        });
        if (platforms.isEmpty()) {
            finder.facts().forEach(page -> platforms.addAll(page.ecosystems()));
        }
        return platforms.isEmpty() ? "no platform that it names" : String.join(", ", platforms);
    }
}
