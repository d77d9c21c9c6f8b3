package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Every check in its order; those that look at one page at a time use all cores. */
final class Checks {

    private final SourceCode sourceCode;
    private final Set<FindingKind> wanted;
    private final Progress progress;

    Checks(SourceCode sourceCode, Set<FindingKind> wanted, Progress progress) {
        this.sourceCode = sourceCode;
        this.wanted = wanted;
        this.progress = progress;
    }

    List<Draft> run(Source source, List<PageText> pages, List<String> notChecked) {
        List<Draft> found = new ArrayList<>();
        for (PageText page : pages) {
            found.addAll(NoticeCheck.of(page));
            if (page.isMarkdown()) {
                found.addAll(FenceCheck.of(page));
            }
        }
        found.addAll(DuplicateCheck.of(pages));
        if (any(FindingKind.LINK_BROKEN, FindingKind.ANCHOR_MISSING, FindingKind.ASSET_MISSING, FindingKind.PAGE_UNREACHABLE)) {
            found.addAll(links(source, pages, notChecked));
        }
        if (any(FindingKind.SNIPPET_UNPARSABLE, FindingKind.PLACEHOLDER_INVALID)) {
            found.addAll(snippets(pages));
        }
        return found;
    }

    private boolean any(FindingKind first, FindingKind... more) {
        return !Collections.disjoint(wanted, EnumSet.of(first, more));
    }

    private List<Draft> links(Source source, List<PageText> pages, List<String> notChecked) {
        LinkCheck check = new LinkCheck(new SiteMap(source.root(), pages));
        int done = 0;
        for (PageText page : pages) {
            progress.report("Following links", ++done, pages.size(), page.path());
            if (page.isMarkdown()) {
                check.page(page);
            }
        }
        return check.results(notChecked);
    }

    private List<Draft> snippets(List<PageText> pages) {
        SnippetCheck check = new SnippetCheck(sourceCode);
        AtomicInteger done = new AtomicInteger();
        return pages.parallelStream().flatMap(page -> {
            List<Draft> found = check.of(page);
            progress.report("Parsing snippets", done.incrementAndGet(), pages.size(), page.path());
            return found.stream();
        }).toList();
    }
}
