package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a reader of passages needs besides them: what introduces them, what comes first, before and after, and what the names in them mean. Nothing
 * is shown twice, and all of it together stays within a number of tokens.
 */
@Component
public class Surroundings {

    private static final LinkTargets NO_LINKS = new LinkTargets(List.of());
    private static final int NAMES = 6;
    private static final int DEFINITIONS = 3;

    private final DocumentVectors vectors;
    private final CodeVectors code;
    private final SourceRecords records;
    private final Meaning meaning;

    Surroundings(DocumentVectors vectors, CodeVectors code, SourceRecords records, Meaning meaning) {
        this.vectors = vectors;
        this.code = code;
        this.records = records;
        this.meaning = meaning;
    }

    /**
     * For each passage its surroundings, the most needed first.
     *
     * @param asked names of code in the question
     * @param tokens most of all texts together
     */
    public List<List<ContextPassage>> around(TenantId tenant, List<Chunk> passages, Set<String> asked, int tokens) {
        Lookup lookup = new Lookup(tenant, asked);
        List<List<Related>> candidates = passages.stream().map(lookup::around).toList();
        Set<String> shown = new HashSet<>();
        passages.forEach(passage -> {
            shown.add(Related.key(Related.place(passage)));
            shown.add(passage.text());
        });
        return new Allotment(Excerpt::of, meaning).within(candidates, shown, tokens);
    }

    /** Looks things up for one search, each of them once. */
    private final class Lookup {

        private final TenantId tenant;
        private final Set<String> asked;
        private final SymbolDefinitions documented;
        private final CodeDefinitions programmed;
        private final Map<String, PageOutline> pages = new HashMap<>();
        private final Map<String, LinkTargets> targets = new HashMap<>();
        private final Map<String, Optional<Related>> definitions = new HashMap<>();

        Lookup(TenantId tenant, Set<String> asked) {
            this.tenant = tenant;
            this.asked = asked;
            this.documented = new SymbolDefinitions(vectors, tenant);
            this.programmed = new CodeDefinitions(code, tenant);
        }

        List<Related> around(Chunk hit) {
            PageOutline page = page(hit.source(), hit.page());
            List<Related> introductions = Introductions.of(hit, page);
            List<Related> found = new ArrayList<>(introductions.stream().limit(1).toList());
            boolean links = page.passages().stream().anyMatch(passage -> !passage.links().isEmpty());
            LinkTargets known = links ? targets.computeIfAbsent(hit.source(), source -> new LinkTargets(records.paths(tenant, source))) : NO_LINKS;
            found.addAll(new Prerequisites(path -> page(hit.source(), path), known).of(hit, page));
            found.addAll(definitions(hit));
            found.addAll(GuideSteps.around(hit, page));
            introductions.stream().skip(1).forEach(found::add);
            return found;
        }

        private PageOutline page(String source, String path) {
            return pages.computeIfAbsent(source + "\u0000" + path, key -> new PageOutline(vectors.page(tenant, source, path)));
        }

        private List<Related> definitions(Chunk hit) {
            return UsedNames.in(hit.text(), asked, NAMES).stream()
                    .flatMap(name -> definitions.computeIfAbsent(
                                    hit.source() + "\u0000" + hit.platform() + "\u0000" + name,
                                    key -> documented.of(name, hit).or(() -> programmed.of(name, hit)))
                            .stream())
                    .limit(DEFINITIONS)
                    .toList();
        }
    }
}
