package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Matches;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import community.likeminds.agent.vector.core.indexing.FieldCounts;
import community.likeminds.agent.vector.core.query.DenseLeg;
import community.likeminds.agent.vector.core.query.HybridSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The entries of a space in a Lucene index: what every store does with one, whether it holds the vectors or not. */
public final class EntryIndex implements AutoCloseable {

    /** Takes the next number when {@link EntryFields} or the analysis changes; the old index is then not read any more. */
    private static final int FORMAT = 4;

    private final LuceneIndex index;
    private final HybridSearch hybrid;

    /** @param folder name of a folder below the data folder */
    public EntryIndex(DataFolder data, Path folder, Space space) {
        DocumentAnalyzer analyzer = new DocumentAnalyzer();
        Path name = folder.resolve(space.name() + "-" + FORMAT + "." + space.version());
        this.index = new LuceneIndex(data, name, analyzer);
        this.hybrid = new HybridSearch(space, analyzer);
    }

    /** Gives the dense leg for a state of the index, or null when the query has no vector. */
    public interface Legs {
        /** The leg for this state. */
        @Nullable DenseLeg of(IndexSearcher searcher) throws IOException;
    }

    /** Applies a change as a whole; see {@link LuceneIndex#write}. */
    public void write(LuceneIndex.Change change) {
        index.write(change);
    }

    /** Reads the last state; {@code nothing} when there is none yet. */
    public <T> T read(LuceneIndex.Reading<T> reading, T nothing) {
        return index.read(reading, nothing);
    }

    /** Entries in the order of the index. */
    public List<StoredEntry> entries(Query query) {
        return index.read(searcher -> entries(searcher, query), List.of());
    }

    /** Entries as a writer sees them, its own changes included. */
    public static List<StoredEntry> entries(IndexWriter writer, Query query) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            return entries(new IndexSearcher(reader), query);
        }
    }

    private static List<StoredEntry> entries(IndexSearcher searcher, Query query) throws IOException {
        List<StoredEntry> entries = new ArrayList<>();
        for (ScoreDoc hit : all(searcher, query)) {
            entries.add(EntryFields.stored(searcher.storedFields().document(hit.doc)));
        }
        return entries;
    }

    /** All documents that a query finds, in the order of the index. */
    public static List<ScoreDoc> all(IndexSearcher searcher, Query query) throws IOException {
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        return List.of(searcher.search(query, most, Sort.INDEXORDER).scoreDocs);
    }

    /** How many entries a query finds. */
    public int count(Query query) {
        return index.read(searcher -> searcher.count(query), 0);
    }

    /** Sources that have entries, in the order of their names. */
    public List<String> sources(TenantId tenant) {
        return index.read(
                searcher -> List.copyOf(FieldCounts.of(searcher, EntryFields.SOURCE, EntryFields.tenant(tenant)).keySet()),
                List.of());
    }

    /** The entries of a group in their order. */
    public List<StoredEntry> group(CollectionId collection, String name) {
        return entries(new TermQuery(EntryFields.group(collection, name))).stream()
                .sorted(Comparator.comparingInt(StoredEntry::number))
                .toList();
    }

    /** How many entries have each value of a facet. */
    public Map<String, Integer> facet(TenantId tenant, Set<String> sources, String name) {
        Query owned = EntryFields.filter(tenant, new StoreQuery.Filter(sources, Map.of()));
        return index.read(searcher -> FieldCounts.of(searcher, EntryFields.facet(name), owned), new TreeMap<>());
    }

    /** Answers a query. */
    public Matches search(StoreQuery query, Legs legs) {
        return index.read(searcher -> hybrid.search(searcher, legs.of(searcher), query), Matches.NONE);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
