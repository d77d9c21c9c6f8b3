package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import community.likeminds.agent.vector.core.indexing.FieldCounts;
import community.likeminds.agent.vector.core.query.HybridSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/** {@link VectorStore} in one Lucene index below the data folder. */
final class LuceneVectorStore implements VectorStore, AutoCloseable {

    private final Space space;
    private final LuceneIndex index;
    private final HybridSearch hybrid;

    LuceneVectorStore(DataFolder data, Space space) {
        DocumentAnalyzer analyzer = new DocumentAnalyzer();
        this.space = space;
        this.index = new LuceneIndex(data, space, analyzer);
        this.hybrid = new HybridSearch(space, analyzer);
    }

    @Override
    public void replace(CollectionId collection, List<Group> groups, VectorSet known) {
        index.write(writer -> {
            for (Group group : groups) {
                writer.deleteDocuments(EntryFields.group(collection, group.name()));
            }
            add(writer, collection, groups, known);
        });
    }

    @Override
    public void replaceAll(CollectionId collection, List<Group> groups, VectorSet known) {
        index.write(writer -> {
            writer.deleteDocuments(EntryFields.collection(collection));
            add(writer, collection, groups, known);
        });
    }

    private void add(IndexWriter writer, CollectionId collection, List<Group> groups, VectorSet known)
            throws IOException {
        for (Group group : groups) {
            for (int number = 0; number < group.entries().size(); number++) {
                writer.addDocument(document(
                        new StoredEntry(collection, group.name(), number, group.entries().get(number)), known));
            }
        }
    }

    private Document document(StoredEntry stored, VectorSet known) {
        Document document = EntryFields.document(space, stored);
        float[] vector = known.byContentHash().get(stored.entry().contentHash());
        if (vector != null) {
            EntryFields.addVector(document, known.model(), vector);
        }
        return document;
    }

    @Override
    public void deleteGroups(CollectionId collection, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Term[] groups = names.stream()
                .map(name -> EntryFields.group(collection, name))
                .toArray(Term[]::new);
        index.write(writer -> writer.deleteDocuments(groups));
    }

    @Override
    public void delete(CollectionId collection) {
        index.write(writer -> writer.deleteDocuments(EntryFields.collection(collection)));
    }

    @Override
    public void putVectors(CollectionId collection, VectorSet vectors) {
        if (vectors.byContentHash().isEmpty()) {
            return;
        }
        Query lacking = new BooleanQuery.Builder()
                .add(EntryFields.lacking(collection, vectors.model()), Occur.FILTER)
                .add(EntryFields.hashes(vectors.byContentHash().keySet()), Occur.FILTER)
                .build();
        // A document of Lucene cannot be changed: it is made again from what it stores.
        List<StoredEntry> entries = index.read(searcher -> stored(searcher, lacking), List.of());
        index.write(writer -> {
            for (StoredEntry entry : entries) {
                writer.updateDocument(EntryFields.key(entry), document(entry, vectors));
            }
        });
    }

    @Override
    public Map<String, String> missing(CollectionId collection, String model) {
        Map<String, String> texts = new LinkedHashMap<>();
        index.read(searcher -> stored(searcher, EntryFields.lacking(collection, model)), List.<StoredEntry>of())
                .forEach(stored -> texts.put(stored.entry().contentHash(), stored.entry().embedded()));
        return texts;
    }

    @Override
    public Counts counts(CollectionId collection, String model) {
        return index.read(
                searcher -> new Counts(
                        searcher.count(new TermQuery(EntryFields.collection(collection))),
                        searcher.count(EntryFields.embedded(collection, model))),
                Counts.NONE);
    }

    @Override
    public List<String> sources(TenantId tenant) {
        return index.read(
                searcher -> List.copyOf(FieldCounts.of(searcher, EntryFields.SOURCE, EntryFields.tenant(tenant)).keySet()),
                List.of());
    }

    @Override
    public List<StoredEntry> group(CollectionId collection, String name) {
        Query query = new TermQuery(EntryFields.group(collection, name));
        List<StoredEntry> entries = new ArrayList<>(index.read(searcher -> stored(searcher, query), List.of()));
        entries.sort(Comparator.comparingInt(StoredEntry::number));
        return List.copyOf(entries);
    }

    @Override
    public Map<String, Integer> facet(TenantId tenant, Set<String> sources, String name) {
        Query owned = EntryFields.filter(tenant, new StoreQuery.Filter(sources, Map.of()));
        return index.read(searcher -> FieldCounts.of(searcher, EntryFields.facet(name), owned), new TreeMap<>());
    }

    @Override
    public Matches search(StoreQuery query) {
        return index.read(
                searcher -> {
                    float[] asked = query.vector();
                    LuceneDenseLeg dense = asked == null
                            ? null
                            : new LuceneDenseLeg(searcher, EntryFields.vector(query.model()), asked);
                    return hybrid.search(searcher, dense, query);
                },
                Matches.NONE);
    }

    private static List<StoredEntry> stored(IndexSearcher searcher, Query query) throws IOException {
        List<StoredEntry> entries = new ArrayList<>();
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(query, most, Sort.INDEXORDER).scoreDocs) {
            entries.add(EntryFields.stored(searcher.storedFields().document(hit.doc)));
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
