package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage;
import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a reader of source code needs besides it: the type that holds it, what it calls, and its neighbours. */
@Component
public class CodeSurroundings {

    private static final int NAMES = 8;
    private static final int DEFINITIONS = 3;
    private static final int LOOKED_AT = 8;

    private final CodeVectors vectors;
    private final Meaning meaning;

    CodeSurroundings(CodeVectors vectors, Meaning meaning) {
        this.vectors = vectors;
        this.meaning = meaning;
    }

    /**
     * For each passage its surroundings, the most needed first.
     *
     * @param asked names of code in the question
     * @param tokens most of all texts together
     */
    public List<List<ContextPassage>> around(TenantId tenant, List<CodeMatch> found, Set<String> asked, int tokens) {
        Lookup lookup = new Lookup(tenant, asked);
        List<List<Related>> candidates = found.stream().map(lookup::around).toList();
        Set<String> shown = new HashSet<>();
        found.forEach(match -> {
            shown.add(Related.key(place(match.project(), match.chunk())));
            shown.add(match.chunk().text());
        });
        return new Allotment(CodeLines::first, meaning).within(candidates, shown, tokens);
    }

    private static Citation place(String project, CodeChunk chunk) {
        String heading = chunk.qualifiedName().isEmpty() ? chunk.path() : chunk.qualifiedName();
        return new Citation(project, chunk.path(), heading, chunk.startLine(), chunk.endLine());
    }

    private static Related related(Relation relation, String reason, String project, CodeChunk chunk) {
        return new Related(relation, reason, place(project, chunk), chunk.text(), List.of());
    }

    /** Looks things up for one search, each of them once. */
    private final class Lookup {

        private final TenantId tenant;
        private final Set<String> asked;
        private final Map<String, CodeNeighbours> files = new HashMap<>();
        private final Map<String, List<CodeChunk>> defining = new HashMap<>();

        Lookup(TenantId tenant, Set<String> asked) {
            this.tenant = tenant;
            this.asked = asked;
        }

        List<Related> around(CodeMatch match) {
            String project = match.project();
            CodeChunk hit = match.chunk();
            CodeNeighbours file = files.computeIfAbsent(
                    project + "\u0000" + hit.path(), key -> new CodeNeighbours(vectors.file(tenant, project, hit.path())));
            List<Related> found = new ArrayList<>();
            Optional<CodeChunk> holder = file.holder(hit);
            holder.map(type -> related(Relation.PARENT, "Declares " + type.qualifiedName() + ", which holds it.", project, type)).ifPresent(found::add);
            UsedNames.inCode(hit.text(), asked, NAMES).stream()
                    .filter(name -> !hit.names().contains(name))
                    .flatMap(name -> definition(name, project, hit).stream())
                    .limit(DEFINITIONS)
                    .forEach(found::add);
            String where = holder.map(CodeChunk::qualifiedName).orElse("its file");
            file.before(hit).map(one -> related(Relation.PREVIOUS, "Comes before it in " + where + ".", project, one)).ifPresent(found::add);
            file.after(hit).map(one -> related(Relation.NEXT, "Comes after it in " + where + ".", project, one)).ifPresent(found::add);
            return found;
        }

        /** Where the codebase defines a name: in the same file, else in the same folder, else in the one place there is. */
        private Optional<Related> definition(String name, String project, CodeChunk hit) {
            List<CodeChunk> all = defining.computeIfAbsent(project + "\u0000" + hit.language() + "\u0000" + name, key -> vectors
                    .search(new CodeQuery(tenant, name, "", null, project, hit.language(), LOOKED_AT, CodeQuery.Ranking.ADAPTIVE))
                    .matches().stream()
                    .map(CodeMatch::chunk)
                    .filter(chunk -> chunk.names().contains(name))
                    .toList());
            List<CodeChunk> same = all.stream().filter(chunk -> chunk.path().equals(hit.path())).toList();
            List<CodeChunk> near = same.isEmpty() ? all.stream().filter(chunk -> folder(chunk).equals(folder(hit))).toList() : same;
            List<CodeChunk> meant = near.isEmpty() ? all : near;
            boolean one = meant.stream().map(CodeChunk::qualifiedName).distinct().count() == 1;
            return meant.stream()
                    .filter(chunk -> one && !chunk.contentHash().equals(hit.contentHash()))
                    .findFirst()
                    .map(chunk -> related(Relation.DEFINITION, "Defines " + name + ", which it uses.", project, chunk));
        }

        private static String folder(CodeChunk chunk) {
            return chunk.path().substring(0, chunk.path().lastIndexOf('/') + 1);
        }
    }
}
