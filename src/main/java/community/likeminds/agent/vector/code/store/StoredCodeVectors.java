package community.likeminds.agent.vector.code.store;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeFound;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.OpenSnapshot;
import community.likeminds.agent.vector.core.Ranking;
import community.likeminds.agent.vector.core.Snapshots;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import java.nio.file.Path;
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
    private final Snapshots snapshots;

    public StoredCodeVectors(VectorStores stores, Snapshots snapshots) {
        this.store = stores.of(CodeEntries.SPACE);
        this.snapshots = snapshots;
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
        return counts(store.counts(new CollectionId(tenant, project), model));
    }

    private static Counts counts(community.likeminds.agent.vector.core.Counts counts) {
        return new Counts(counts.entries(), counts.embedded());
    }

    @Override
    public List<CodeChunk> file(TenantId tenant, String project, String path) {
        return store.group(new CollectionId(tenant, project), path).stream().map(CodeEntries::chunk).toList();
    }

    @Override
    public Counts save(TenantId tenant, List<String> projects, Map<String, String> attachments, Path file, Progress progress) {
        return counts(snapshots.save(store, CodeEntries.SPACE, new Snapshots.Contents(tenant, projects, attachments), file, progress));
    }

    @Override
    public OpenSnapshot open(Path file, Progress progress) {
        return OpenSnapshot.of(snapshots.open(CodeEntries.SPACE, file, progress), store);
    }

    @Override
    public CodeFound search(CodeQuery query) {
        boolean adaptive = query.ranking() == CodeQuery.Ranking.ADAPTIVE;
        NamedIn named = new NamedIn(query.text());
        Matches found = store.search(request(query, adaptive ? Math.max(POOL, query.limit()) : query.limit()));
        List<CodeMatch> matches = found.matches().stream().map(match -> match(match, named)).toList();
        return new CodeFound(
                adaptive ? CodeFusion.rank(matches, named).stream().limit(query.limit()).toList() : matches, found.unknownWords(), found.evidence());
    }

    private static StoreQuery request(CodeQuery query, int limit) {
        return new StoreQuery(
                query.tenant(),
                query.text(),
                query.model(),
                query.vector(),
                new StoreQuery.Filter(
                        query.project().isEmpty() ? Set.of() : Set.of(query.project()),
                        Map.of(CodeEntries.LANGUAGE, only(query.language()), CodeEntries.KIND, only(query.kind())),
                        query.path()),
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
