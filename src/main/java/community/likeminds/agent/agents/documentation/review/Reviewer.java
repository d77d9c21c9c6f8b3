package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads a source and puts every check to work on it. */
@Service
final class Reviewer implements DocumentationReview {

    private final DocumentProcessor processor;
    private final Checks.Tools tools;

    Reviewer(DocumentProcessor processor, SourceCode sourceCode, Registries registries, IntegrationValidator validator) {
        this.processor = processor;
        this.tools = new Checks.Tools(sourceCode, registries, processor, validator);
    }

    @Override
    public Review review(ReviewRequest request, Progress progress) {
        long start = System.nanoTime();
        Set<FindingKind> wanted = wanted(request.only());
        Source source = processor.open(request.location(), progress);
        ReadResult read = processor.read(source, progress);
        List<String> notChecked = new ArrayList<>();
        read.leftOut().forEach(left -> notChecked.add(left.path() + " was not read: " + left.reason()));
        List<PageText> pages = PageTexts.of(read, notChecked);
        Checks checks = new Checks(tools, wanted, request.offline(), progress);
        List<Draft> drafts = checks.run(source, pages, notChecked);
        return result(request, source, pages, drafts, notChecked, checks.links(), wanted, start);
    }

    private static Set<FindingKind> wanted(Set<String> codes) {
        Set<FindingKind> wanted = codes.stream().map(code -> FindingKind.of(code).orElseThrow(() -> AgentException.badInput(
                        "finding-unknown",
                        "There is no kind of finding called '" + code + "'.",
                        "Use one of " + Arrays.stream(FindingKind.values()).map(FindingKind::code).collect(Collectors.joining(", ")) + ".")))
                .collect(Collectors.toSet());
        return wanted.isEmpty() ? Set.of(FindingKind.values()) : wanted;
    }

    private static Review result(
            ReviewRequest request, Source source, List<PageText> pages, List<Draft> drafts, List<String> notChecked,
            Review.Links links, Set<FindingKind> wanted, long start) {
        Map<String, PageText> byPath = new HashMap<>();
        pages.forEach(page -> byPath.put(page.path(), page));
        Fingerprints fingerprints = new Fingerprints();
        List<Finding> findings = new ArrayList<>();
        int known = 0;
        List<Draft> ordered = drafts.stream().filter(draft -> wanted.contains(draft.kind())).distinct()
                .sorted(Comparator.comparing(Draft::page).thenComparing(draft -> draft.lines().start()).thenComparing(Draft::kind)
                        .thenComparing(Draft::subject))
                .toList();
        for (Draft draft : ordered) {
            String fingerprint = fingerprints.of(draft);
            if (request.known().contains(fingerprint)) {
                known++;
                continue;
            }
            PageText page = byPath.get(draft.page());
            findings.add(new Finding(draft.kind().code(), draft.level(), draft.page(), page == null ? "" : page.heading(draft.lines().start()),
                    draft.lines().start(), draft.lines().end(), draft.message(), draft.remedy(), draft.candidates(), fingerprint));
        }
        int snippets = pages.stream().mapToInt(page -> page.code().size()).sum();
        return new Review(source.name(), source.location(), source.version(), pages.size(), snippets, findings, known, notChecked, links,
                (System.nanoTime() - start) / 1_000_000);
    }
}
