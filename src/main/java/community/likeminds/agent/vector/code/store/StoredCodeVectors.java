package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link CodeVectors} in the vector store of this installation. */
@Component
public class StoredCodeVectors implements CodeVectors {

    /** Passages that are ranked again. */
    private static final int POOL = 100;

    private final VectorStore store;

    public StoredCodeVectors(VectorStores stores) {
        this.store = stores.of(CodeEntries.SPACE);
    }

    @Override
    public void replace(TenantId tenant, String project, List<FileChunks> files, CodeVectorSet known) {
        List<Group> groups = files.stream()
                .map(file -> new Group(file.path(), file.chunks().stream().map(CodeEntries::entry).toList()))
                .toList();
        store.replace(new CollectionId(tenant, project), groups, new VectorSet(known.model(), known.byContentHash()));
    }

    @Override
    public void deleteFiles(TenantId tenant, String project, Collection<String> paths) {
        store.deleteGroups(new CollectionId(tenant, project), paths);
    }

    @Override
    public void deleteProject(TenantId tenant, String project) {
        store.delete(new CollectionId(tenant, project));
    }

    @Override
    public void putVectors(TenantId tenant, String project, CodeVectorSet vectors) {
        store.putVectors(new CollectionId(tenant, project), new VectorSet(vectors.model(), vectors.byContentHash()));
    }

    @Override
    public Map<String, String> missing(TenantId tenant, String project, String model) {
        return store.missing(new CollectionId(tenant, project), model);
    }

    @Override
    public Counts counts(TenantId tenant, String project, String model) {
        community.likeminds.agent.vector.core.Counts counts = store.counts(new CollectionId(tenant, project), model);
        return new Counts(counts.entries(), counts.embedded());
    }

    @Override
    public List<CodeMatch> search(CodeQuery query) {
        boolean adaptive = query.ranking() == CodeQuery.Ranking.ADAPTIVE;
        NamedIn named = new NamedIn(query.text());
        List<CodeMatch> found = store.search(request(query, adaptive ? Math.max(POOL, query.limit()) : query.limit())).matches().stream()
                .map(match -> match(match, named))
                .toList();
        return adaptive ? CodeFusion.rank(found, named).stream().limit(query.limit()).toList() : found;
    }

    private static StoreQuery request(CodeQuery query, int limit) {
        return new StoreQuery(
                query.tenant(),
                query.text(),
                query.model(),
                query.vector(),
                new StoreQuery.Filter(
                        query.project().isEmpty() ? Set.of() : Set.of(query.project()),
                        Map.of(CodeEntries.LANGUAGE, only(query.language()), CodeEntries.KIND, only(query.kind()))),
                limit,
                switch (query.ranking()) {
                    case ADAPTIVE -> Ranking.ADAPTIVE;
                    case WORDS -> Ranking.WORDS;
                    case VECTORS -> Ranking.VECTORS;
                    case RECIPROCAL_RANK -> Ranking.RECIPROCAL_RANK;
                },
                query.explained(),
                false);
    }

    private static Set<String> only(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    private static CodeMatch match(Matches.Match match, NamedIn named) {
        var chunk = CodeEntries.chunk(match.stored());
        return new CodeMatch(
                match.stored().collection().source(), chunk, match.score(), match.words(), match.cosine(), match.coverage(), named.of(chunk), match.explanation());
    }
}
