package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.agents.coding.requirementanalysis.Words;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranks the pages of a documentation as guides for a project and a request. */
final class GuideFinder {

    private static final Pattern STARTS = Pattern.compile(
            "\\b(?:quick ?-?start|get(?:ting)?[ -]started|installation|install|set ?-?up|usage|integrat\\w+|introduction|readme)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(?:migrat\\w*|upgrad\\w*|change ?log|release notes|faq|testing|test|comparison|api|reference|contribut\\w*|community|deprecat\\w*|security)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Pages about the way from one version to another, or about what changed: they suppose that the SDK is there. */
    private static final Pattern HISTORY = Pattern.compile("\\b(?:migrat\\w*|upgrad\\w*|change ?log|release notes|what's new)\\b", Pattern.CASE_INSENSITIVE);

    /** Verbs and particles of any request: they say nothing about a page. */
    private static final Set<String> LIGHT = Set.of(
            "add", "set", "up", "setup", "install", "integrate", "connect", "put", "get", "make", "take", "give", "keep", "let", "come", "be", "one", "as", "through", "out");

    /** What accompanies an SDK; a page that is named after one is about nothing else. */
    private static final Set<String> TOOLS = Set.of(
            "eslint", "prettier", "storybook", "jest", "vitest", "cypress", "playwright", "codemod", "cli", "docker", "kubernetes", "terraform", "mcp", "cicd",
            "vscode", "intellij", "postman", "zapier", "devtool", "devtools");
    private static final Pattern VERSION = Pattern.compile("(?:^|/)v(\\d+)(?:[.\\w]*)/");

    private static final Pattern APP_ROUTER = Pattern.compile("\\bapp[- ]router\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGES_ROUTER = Pattern.compile("\\bpages[- ]router\\b", Pattern.CASE_INSENSITIVE);

    /**
     * @param page the page
     * @param score higher is better; about 1 for a page that says every word of the request in its title
     * @param why one sentence
     */
    record Ranked(Page page, double score, String why) {}

    private final List<PageFacts> pages;
    private final Families families;
    /** Major versions that have pages of their own. */
    private final Set<String> versions = new HashSet<>();
    private final Map<String, Integer> documents = new HashMap<>();

    GuideFinder(List<Page> pages) {
        this.pages = pages.stream().map(PageFacts::of).toList();
        this.families = new Families(pages);
        for (PageFacts page : this.pages) {
            Set<String> seen = new HashSet<>(page.words().keySet());
            seen.addAll(page.head());
            seen.forEach(word -> documents.merge(word, 1, Integer::sum));
            Matcher version = VERSION.matcher(page.page().path());
            if (version.find()) {
                versions.add(version.group(1));
            }
        }
    }

    List<PageFacts> facts() {
        return pages;
    }

    /** Pages that may guide this project, best first; pages for other platforms are not among them. */
    List<Ranked> rank(Wish wish, ProjectProfile project) {
        List<Ranked> ranked = new ArrayList<>();
        for (PageFacts page : pages) {
            if (fits(page, project) && page.hasCode() && !foreign(page, wish, project)) {
                ranked.add(new Ranked(page.page(), score(page, wish, project), why(page, wish)));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(one -> one.page().path()));
        return ranked;
    }

    /** Whether a package is for a framework which the project does not have. */
    boolean foreign(String npmPackage, ProjectProfile project) {
        return Frameworks.foreign(npmPackage, project) || families.elsewhere(npmPackage, project);
    }

    /** Whether a page is for this project's platform, and for the major version that the project declares. */
    boolean fits(PageFacts page, ProjectProfile project) {
        if (!Frameworks.addresses(page.page().platform(), project) || Families.others(page.packages(), project)) {
            return false;
        }
        long foreign = page.sdks().stream().filter(name -> foreign(name, project) && !besides(page, name, project)).count();
        if (foreign > 0 && foreign * 2 >= page.sdks().size()) {
            return false;
        }
        Matcher version = VERSION.matcher(page.page().path());
        if (version.find()) {
            for (String name : page.packages().stream().filter(one -> !Snippet.framework(one)).toList()) {
                Matcher declared = Pattern.compile("\\d+").matcher(project.dependencies().getOrDefault(name, ""));
                if (declared.find()) {
                    return declared.group().equals(version.group(1)) || !versions.contains(declared.group());
                }
            }
        }
        return true;
    }

    /** Whether a page has a section for this project's framework, and speaks of a package only in sections for others. */
    private static boolean besides(PageFacts page, String npmPackage, ProjectProfile project) {
        List<Block> code = page.page().blocks().stream().filter(block -> block.kind() == Block.Kind.CODE).toList();
        List<Block> about = code.stream().filter(block -> block.text().contains(npmPackage)).toList();
        return code.stream().anyMatch(block -> Frameworks.named(block.heading()).stream().anyMatch(name -> Frameworks.has(project, name)))
                && about.stream().map(block -> Frameworks.named(block.heading())).allMatch(named -> !named.isEmpty() && named.stream().noneMatch(name -> Frameworks.has(project, name)));
    }

    private double score(PageFacts page, Wish wish, ProjectProfile project) {
        double reached = 0;
        double possible = 0;
        for (String word : new HashSet<>(wish.wanted())) {
            int times = java.util.Collections.frequency(wish.wanted(), word);
            double rarity = rarity(word) * (1 + 0.5 * Math.log(times)) * (wish.subject().contains(word) ? 2 : 1);
            possible += rarity;
            double body = page.words().getOrDefault(word, 0) / (page.words().getOrDefault(word, 0) + 3.0);
            double head = page.title().contains(word) ? 1 : page.head().contains(word) ? 0.7 : 0;
            reached += rarity * Math.max(head, 0.6 * body);
        }
        for (String word : wish.unwanted()) {
            if (page.title().contains(word)) {
                reached -= rarity(word) * 0.7;
            }
        }
        double score = possible == 0 ? 0 : reached / possible;
        score += page.installs(project.ecosystem()) ? 0.12 : 0;
        score += STARTS.matcher(page.page().title() + " " + page.page().path().substring(page.page().path().lastIndexOf('/') + 1)).find() ? wish.composed().isEmpty() ? 0.2 : 0.12 : 0;
        score += namesPackage(page, wish) ? 0.25 : besideNamed(page, wish, project) ? -0.4 : 0;
        score += wish.finishes() && page.packages().stream().anyMatch(name -> !Snippet.framework(name) && project.dependencies().containsKey(name)) ? 0.15 : 0;
        score += 0.15 * focus(page, wish);
        score += wish.routes().stream().anyMatch(page::shows) ? 0.5 : 0;
        score -= offSubject(page, wish) ? 0.15 : 0;
        score += 0.25 * subjectInTitle(page, wish) + Layer.of(wish).fit(page);
        score -= ELSEWHERE.matcher(page.name()).find() && !wish.says(page.page().title()) ? 0.3 : 0;
        int rank = project.platforms().indexOf(page.page().platform());
        score += rank < 0 ? 0 : rank == 0 ? 0.3 : 0.1 / (rank + 1);
        score -= 0.25 * Math.min(2, missing(page, wish));
        return score + newest(page);
    }

    /** Whether a page is named after something that the request does not speak of, and not after how to begin. */
    boolean special(Page page, Wish wish) {
        List<String> title = Words.content(page.title());
        return !wish.subject().isEmpty() && !title.isEmpty() && !STARTS.matcher(page.title() + " " + page.path().substring(page.path().lastIndexOf('/') + 1)).find()
                && title.stream().noneMatch(word -> wish.wanted().contains(word));
    }

    /** Whether nothing that the request is about stands in the page's name, headings or packages. */
    private static boolean offSubject(PageFacts page, Wish wish) {
        return !wish.subject().isEmpty() && wish.subject().stream().noneMatch(word -> page.title().contains(word) || page.head().contains(word));
    }

    /** How much of what the request is about stands in the page's title; words that most pages have tell nothing. */
    private double subjectInTitle(PageFacts page, Wish wish) {
        List<String> telling = wish.subject().stream().distinct().filter(word -> documents.getOrDefault(word, 0) * 2 < pages.size() && rarity(word) > 0).toList();
        return telling.isEmpty() ? 0 : telling.stream().filter(page.title()::contains).count() / (double) telling.size();
    }

    /** How many words of what the request is about are known to the documentation and not to the page. */
    private long missing(PageFacts page, Wish wish) {
        return wish.subject().stream().distinct().filter(word -> rarity(word) > 0 && !page.title().contains(word) && !page.head().contains(word)
                && !page.words().containsKey(word)).count();
    }

    /** Whether the request calls a package of the page by its name. */
    private static boolean namesPackage(PageFacts page, Wish wish) {
        String text = wish.text().toLowerCase(Locale.ROOT);
        return page.packages().stream().filter(name -> !Snippet.framework(name)).map(name -> name.substring(name.lastIndexOf('/') + 1))
                .anyMatch(name -> Pattern.compile("(?<![\\w-])" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?![\\w-])").matcher(text).find());
    }

    /** Whether the request spells a package of the documentation out, and the page is about others. */
    private boolean besideNamed(PageFacts page, Wish wish, ProjectProfile project) {
        return !page.sdks().isEmpty() && pages.stream().flatMap(one -> one.sdks().stream()).distinct().anyMatch(name -> spelled(name, wish) && !foreign(name, project));
    }

    private static boolean spelled(String npmPackage, Wish wish) {
        String last = npmPackage.substring(npmPackage.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return last.matches("[a-z0-9]+(?:[-.][a-z0-9]+)+") && Pattern.compile("(?<![\\w-])" + Pattern.quote(last) + "(?![\\w-])").matcher(wish.text().toLowerCase(Locale.ROOT)).find();
    }

    /** Packages that are called after what the request is about; when all of them are for other frameworks, nothing here is for this project. */
    List<String> suited(Wish wish, ProjectProfile project) {
        List<String> named = named(wish);
        return project.ecosystem().equals("npm") && !named.isEmpty() && named.stream().allMatch(name -> foreign(name, project)) ? named : List.of();
    }

    /** Packages that are called after what the request is about. */
    List<String> named(Wish wish) {
        return pages.stream().flatMap(one -> one.sdks().stream()).distinct().filter(name -> Words.spread(name).stream().anyMatch(wish.subject()::contains)).sorted().toList();
    }

    /** How much of the page's own title the request asks for: 1 for all of it, 0 for none. */
    private static double focus(PageFacts page, Wish wish) {
        List<String> words = Words.content(STARTS.matcher(page.page().title()).replaceAll(" "));
        return words.isEmpty() ? 0.7 : words.stream().filter(wish.wanted()::contains).count() / (double) words.size();
    }

    /** Whether a page's name speaks of frameworks or tools, and of none that the project has or the request names. */
    private static boolean foreign(PageFacts page, Wish wish, ProjectProfile project) {
        String name = page.page().title() + " " + page.page().path().substring(page.page().path().lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
        Set<String> named = Frameworks.named(name);
        boolean own = named.removeIf(one -> Frameworks.has(project, one) || project.ecosystem().equals(one));
        named.removeAll(Frameworks.named(wish.text()));
        // "React and Vue" is for either, "the React SDK in ASP.NET" for the latter.
        boolean others = !named.isEmpty() && !(own && page.page().title().matches("(?i).*(?:\\band\\b|\\bor\\b|[,/&]).*"));
        Set<String> tools = new HashSet<>(Words.of(name));
        tools.retainAll(TOOLS);
        boolean otherRouter = project.framework().equals("next-pages") && APP_ROUTER.matcher(name).find()
                || project.framework().equals("next-app") && PAGES_ROUTER.matcher(name).find();
        if (HISTORY.matcher(page.name()).find() && !HISTORY.matcher(wish.text()).find()) {
            return true;
        }
        if (otherRouter || Generations.others(page.page().title(), Set.of(), project)) {
            return true;
        }
        return others || !tools.isEmpty() && tools.stream().noneMatch(Words.of(wish.text())::contains);
    }

    /** Of several versions of a page the newest is meant when the project does not say which. */
    private double newest(PageFacts page) {
        Matcher version = VERSION.matcher(page.page().path());
        if (!version.find()) {
            return 0;
        }
        int own = Integer.parseInt(version.group(1));
        int most = pages.stream().map(one -> VERSION.matcher(one.page().path())).filter(Matcher::find)
                .mapToInt(one -> Integer.parseInt(one.group(1))).max().orElse(own);
        return own < most ? -0.4 : 0;
    }

    /** How well a page is suited to say how something is installed: a page about the start is, one about the way from another version is not. */
    static double installs(Page page) {
        String name = page.title() + " " + page.path().substring(page.path().lastIndexOf('/') + 1);
        return (STARTS.matcher(name).find() ? 1 : 0) - (ELSEWHERE.matcher(page.title() + " " + page.path().replace('_', ' ')).find() ? 4 : 0);
    }

    /** Inverse document frequency, 0 for a word that no page has. */
    private double rarity(String word) {
        int have = documents.getOrDefault(word, 0);
        return have == 0 ? 0 : Math.log(1 + (pages.size() - have + 0.5) / (have + 0.5)) + 0.1;
    }

    private static String why(PageFacts page, Wish wish) {
        List<String> said = wish.wanted().stream().distinct().filter(word -> !LIGHT.contains(word))
                .filter(word -> page.title().contains(word) || page.head().contains(word) || page.words().containsKey(word)).toList();
        return "It says " + (said.isEmpty() ? "none" : String.join(", ", said)) + " of the request"
                + (page.page().platform().isEmpty() ? "" : " and is written for " + page.page().platform()) + ".";
    }
}
