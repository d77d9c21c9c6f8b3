package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.review.PackageMentions.Mention;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Every check in its order; those that look at one page at a time use all cores. */
final class Checks {

    /**
     * What the checks work with.
     *
     * @param processor fetches what is published
     * @param validator compares published types
     */
    record Tools(SourceCode sourceCode, Registries registries, DocumentProcessor processor, IntegrationValidator validator) {}

    private final Tools tools;
    private final Set<FindingKind> wanted;
    private final boolean offline;
    private final Progress progress;
    private Review.Links links = Review.Links.NONE;

    Checks(Tools tools, Set<FindingKind> wanted, boolean offline, Progress progress) {
        this.tools = tools;
        this.wanted = wanted;
        this.offline = offline;
        this.progress = progress;
    }

    List<Draft> run(Source source, List<PageText> pages, List<String> notChecked) {
        List<Draft> found = new ArrayList<>();
        for (PageText page : pages) {
            found.addAll(NoticeCheck.of(page));
            if (page.isMarkdown()) {
                found.addAll(FenceCheck.of(page));
                found.addAll(HeadingCheck.of(page));
            }
            found.addAll(SampleValues.of(page));
        }
        found.addAll(DuplicateCheck.of(pages));
        if (any(FindingKind.LINK_BROKEN, FindingKind.LINK_MALFORMED, FindingKind.ANCHOR_MISSING, FindingKind.ASSET_MISSING,
                FindingKind.PAGE_UNREACHABLE)) {
            found.addAll(links(source, pages, notChecked));
        }
        if (any(FindingKind.SNIPPET_UNPARSABLE, FindingKind.PLACEHOLDER_INVALID)) {
            found.addAll(snippets(pages));
        }
        if (any(FindingKind.NAME_CONTRADICTION)) {
            progress.report("Comparing names", 0, 0, "");
            found.addAll(NameCheck.of(pages));
        }
        if (any(FindingKind.PACKAGE_MISSING, FindingKind.SYMBOL_MISSING, FindingKind.SYMBOL_DEPRECATED, FindingKind.NAME_CONTRADICTION)) {
            found.addAll(packages(pages, notChecked));
        }
        return found;
    }

    /** What the links of the last run name; none when no kind of finding about links was wanted. */
    Review.Links links() {
        return links;
    }

    private boolean any(FindingKind first, FindingKind... more) {
        return !Collections.disjoint(wanted, EnumSet.of(first, more));
    }

    private List<Draft> links(Source source, List<PageText> pages, List<String> notChecked) {
        SiteMap site = new SiteMap(source.root(), pages);
        LinkCheck check = new LinkCheck(site);
        int done = 0;
        for (PageText page : pages) {
            progress.report("Following links", ++done, pages.size(), page.path());
            if (page.isMarkdown()) {
                check.page(page);
            }
        }
        links = check.figures();
        List<Draft> found = new ArrayList<>(check.results(notChecked));
        found.addAll(new NavigationCheck(source.root(), pages, check.reached()).of(site.files()));
        return found;
    }

    private List<Draft> packages(List<PageText> pages, List<String> notChecked) {
        List<Mention> mentions = pages.parallelStream().filter(PageText::isMarkdown)
                .flatMap(page -> PackageMentions.of(page, tools.sourceCode()).stream()).toList();
        PackageCheck check = new PackageCheck(tools.registries(), progress);
        List<Draft> found = new ArrayList<>(check.of(mentions, offline, notChecked));
        if (offline) {
            notChecked.add("Packages and published types were not checked, because no registry was to be asked.");
        } else if (any(FindingKind.SYMBOL_MISSING, FindingKind.SYMBOL_DEPRECATED)) {
            Set<String> published = check.published();
            found.addAll(new SymbolCheck(tools.processor(), tools.validator(), tools.sourceCode(), progress).of(pages, mentions, published, notChecked));
            found.addAll(new ClassCheck(tools.processor(), progress).of(pages, mentions, published, notChecked));
        }
        return found;
    }

    private List<Draft> snippets(List<PageText> pages) {
        SnippetCheck check = new SnippetCheck(tools.sourceCode());
        AtomicInteger done = new AtomicInteger();
        return pages.parallelStream().flatMap(page -> {
            List<Draft> found = check.of(page);
            progress.report("Parsing snippets", done.incrementAndGet(), pages.size(), page.path());
            return found.stream();
        }).toList();
    }
}
