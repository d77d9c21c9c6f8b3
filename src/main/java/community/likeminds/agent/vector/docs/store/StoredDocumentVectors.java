package community.likeminds.agent.vector.docs.store;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.OpenSnapshot;
import community.likeminds.agent.vector.core.Snapshots;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.VectorStores;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import community.likeminds.agent.vector.docs.VectorQuery.Facet;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link DocumentVectors} in the vector store of this installation. */
@Component
class StoredDocumentVectors implements DocumentVectors {

    private final VectorStore store;
    private final Snapshots snapshots;

    StoredDocumentVectors(VectorStores stores, Snapshots snapshots) {
        this.store = stores.of(Passages.SPACE);
        this.snapshots = snapshots;
    }

    @Override
    public void replace(TenantId tenant, String source, List<PageChunks> pages, VectorSet known) {
        List<Group> groups = pages.stream()
                .map(page -> new Group(
                        page.path(), page.chunks().stream().map(Passages::entry).toList()))
                .toList();
        store.replace(new CollectionId(tenant, source), groups, vectors(known));
    }

    @Override
    public void deletePages(TenantId tenant, String source, Collection<String> paths) {
        store.deleteGroups(new CollectionId(tenant, source), paths);
    }

    @Override
    public void deleteSource(TenantId tenant, String source) {
        store.delete(new CollectionId(tenant, source));
    }

    @Override
    public void putVectors(TenantId tenant, String source, VectorSet vectors) {
        store.putVectors(new CollectionId(tenant, source), vectors(vectors));
    }

    @Override
    public Map<String, String> missing(TenantId tenant, String source, String model) {
        return store.missing(new CollectionId(tenant, source), model);
    }

    @Override
    public Counts counts(TenantId tenant, String source, String model) {
        return counts(store.counts(new CollectionId(tenant, source), model));
    }

    private static Counts counts(community.likeminds.agent.vector.core.Counts counts) {
        return new Counts(counts.entries(), counts.embedded());
    }

    @Override
    public Counts save(
            TenantId tenant, List<String> sources, Map<String, String> attachments, Path file, Progress progress) {
        Snapshots.Contents contents = new Snapshots.Contents(tenant, sources, attachments);
        return counts(snapshots.save(store, Passages.SPACE, contents, file, progress));
    }

    @Override
    public OpenSnapshot open(Path file, Progress progress) {
        return OpenSnapshot.of(snapshots.open(Passages.SPACE, file, progress), store);
    }

    @Override
    public Map<String, Integer> platforms(TenantId tenant, String source) {
        return store.facet(tenant, sources(source), Passages.name(Facet.PLATFORM));
    }

    @Override
    public List<Chunk> page(TenantId tenant, String source, String path) {
        return store.group(new CollectionId(tenant, source), path).stream().map(Passages::chunk).toList();
    }

    @Override
    public Found search(VectorQuery query) {
        Map<String, Set<String>> facets = new HashMap<>();
        query.facets().forEach((facet, values) -> facets.put(Passages.name(facet), values));
        Matches found = store.search(new StoreQuery(
                query.tenant(),
                query.text(),
                query.model(),
                query.vector(),
                new StoreQuery.Filter(sources(query.source()), facets),
                query.limit(),
                ranking(query.ranking()),
                query.explained(),
                query.overPages()));
        return new Found(
                found.matches().stream()
                        .map(match -> new Found.Passage(
                                Passages.chunk(match.stored()),
                                match.score(),
                                match.words(),
                                match.cosine(),
                                match.coverage(),
                                match.vector(),
                                match.explanation()))
                        .toList(),
                found.unknownWords(),
                found.evidence());
    }

    private static Set<String> sources(String source) {
        return source.isEmpty() ? Set.of() : Set.of(source);
    }

    private static community.likeminds.agent.vector.core.VectorSet vectors(VectorSet set) {
        return new community.likeminds.agent.vector.core.VectorSet(set.model(), set.byContentHash());
    }

    private static community.likeminds.agent.vector.core.Ranking ranking(Ranking ranking) {
        return switch (ranking) {
            case ADAPTIVE -> community.likeminds.agent.vector.core.Ranking.ADAPTIVE;
            case WORDS -> community.likeminds.agent.vector.core.Ranking.WORDS;
            case VECTORS -> community.likeminds.agent.vector.core.Ranking.VECTORS;
            case RECIPROCAL_RANK -> community.likeminds.agent.vector.core.Ranking.RECIPROCAL_RANK;
        };
    }
}
