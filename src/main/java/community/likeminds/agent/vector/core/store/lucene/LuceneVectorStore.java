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
import community.likeminds.agent.vector.core.indexing.EntryFields;
import community.likeminds.agent.vector.core.indexing.FieldCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** {@link VectorStore} in one Lucene index below the data folder. */
final class LuceneVectorStore implements VectorStore, AutoCloseable {

    private final Space space;
    private final EntryIndex index;
    private final SampledVectors sampled = new SampledVectors();

    LuceneVectorStore(DataFolder data, Space space) {
        this.space = space;
        this.index = new EntryIndex(data, Path.of("index"), space);
    }

    @Override
    public void replace(CollectionId collection, List<Group> groups, VectorSet known) {
        if (groups.isEmpty()) {
            return;
        }
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
        requireDimensions(writer, known);
        for (Group group : groups) {
            for (int number = 0; number < group.entries().size(); number++) {
                writer.addDocument(document(
                        new StoredEntry(collection, group.name(), number, group.entries().get(number)), known));
            }
        }
    }

    private static void requireDimensions(IndexWriter writer, VectorSet vectors) throws IOException {
        if (vectors.dimensions() > 0) {
            Dimensions.require(writer, EntryFields.vector(vectors.model()), vectors.dimensions());
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
        index.write(writer -> {
            requireDimensions(writer, vectors);
            // A document of Lucene cannot be changed: it is made again from what it stores, as it is while this writer has the lock.
            for (StoredEntry entry : EntryIndex.entries(writer, lacking)) {
                writer.updateDocument(EntryFields.key(entry), document(entry, vectors));
            }
        });
    }

    @Override
    public Map<String, String> missing(CollectionId collection, String model) {
        Map<String, String> texts = new LinkedHashMap<>();
        index.entries(EntryFields.lacking(collection, model))
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
        return index.sources(tenant);
    }

    @Override
    public List<StoredEntry> group(CollectionId collection, String name) {
        return index.group(collection, name);
    }

    @Override
    public void read(CollectionId collection, Reader reader) {
        Query owned = new TermQuery(EntryFields.collection(collection));
        index.read(
                searcher -> {
                    for (String model : FieldCounts.of(searcher, EntryFields.MODEL, owned).keySet()) {
                        LuceneDenseLeg vectors = new LuceneDenseLeg(searcher, EntryFields.vector(model), new float[0], sampled);
                        for (ScoreDoc hit : EntryIndex.all(searcher, EntryFields.embedded(collection, model))) {
                            float[] vector = vectors.vectors(new int[] {hit.doc}).getFirst();
                            reader.take(EntryFields.stored(searcher.storedFields().document(hit.doc)), model, vector);
                        }
                    }
                    for (ScoreDoc hit : EntryIndex.all(searcher, EntryFields.withoutVector(collection))) {
                        reader.take(EntryFields.stored(searcher.storedFields().document(hit.doc)), "", null);
                    }
                    return true;
                },
                false);
    }

    @Override
    public Map<String, Integer> facet(TenantId tenant, Set<String> sources, String name) {
        return index.facet(tenant, sources, name);
    }

    @Override
    public Matches search(StoreQuery query) {
        return index.search(query, searcher -> {
            float[] asked = query.vector();
            if (asked == null) {
                return null;
            }
            String field = EntryFields.vector(query.model());
            Dimensions.require(searcher.getIndexReader(), field, asked.length);
            return new LuceneDenseLeg(searcher, field, asked, sampled);
        });
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
