package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import community.likeminds.agent.vector.core.store.lucene.EntryIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The words of the server's entries in a local index, which is thrown away without loss. */
final class Mirror implements AutoCloseable {

    /** Source's hash and record's id. */
    static final String RECORD = "record";

    private static final String RECORD_GROUP = "recordGroup";
    private static final String SEPARATOR = "/";

    private final Space space;
    private final EntryIndex index;

    Mirror(DataFolder data, ChromaSettings settings, Space space) {
        this.space = space;
        String server = ChromaNames.hash(settings.url() + " " + settings.prefix());
        this.index = new EntryIndex(data, Path.of("index", "chroma-" + server), space);
    }

    EntryIndex index() {
        return index;
    }

    /**
     * The state of a collection that the mirror holds.
     *
     * @param id the server's id of the collection
     * @param revision that was taken over
     */
    record State(String id, long revision) {

        static final State NONE = new State("", -1);

        static State parse(String text) {
            int colon = text.lastIndexOf(':');
            return new State(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return id + ":" + revision;
        }
    }

    /** The states of a tenant's collections by source. */
    Map<String, State> states(TenantId tenant) {
        return index.read(
                searcher -> {
                    Map<String, State> states = new HashMap<>();
                    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
                    reader.getIndexCommit().getUserData().forEach((key, value) -> {
                        String prefix = tenant.value() + SEPARATOR;
                        if (key.startsWith(prefix)) {
                            states.put(key.substring(prefix.length()), State.parse(value));
                        }
                    });
                    return states;
                },
                Map.of());
    }

    /** A change of the mirror that ends in a new state of one collection. */
    final class Update {

        private final IndexWriter writer;
        private final CollectionId collection;

        private Update(IndexWriter writer, CollectionId collection) {
            this.writer = writer;
            this.collection = collection;
        }

        void clear() throws IOException {
            writer.deleteDocuments(EntryFields.collection(collection));
        }

        void clearGroup(String group) throws IOException {
            writer.deleteDocuments(new Term(RECORD_GROUP, groupKey(collection, group)));
        }

        void add(StoredEntry stored, RecordId id) throws IOException {
            Document document = EntryFields.document(space, stored);
            String record = record(collection, id.toString());
            document.add(new StringField(RECORD, record, Store.YES));
            document.add(new BinaryDocValuesField(RECORD, new BytesRef(record)));
            document.add(new StringField(RECORD_GROUP, groupKey(collection, id.group()), Store.NO));
            writer.addDocument(document);
        }
    }

    /** What changes the mirror. */
    interface Changes {
        /** Makes them. */
        void make(Update update) throws IOException;
    }

    /** Takes a collection from one state to another; nothing happens when somebody else has changed it meanwhile. */
    void update(CollectionId collection, State from, State to, Changes changes) {
        index.write(writer -> {
            Map<String, String> states = states(writer);
            String key = collection.tenant().value() + SEPARATOR + collection.source();
            String now = states.get(key);
            if ((now == null ? State.NONE : State.parse(now)).equals(from)) {
                changes.make(new Update(writer, collection));
                if (to.equals(State.NONE)) {
                    states.remove(key);
                } else {
                    states.put(key, to.toString());
                }
                writer.setLiveCommitData(states.entrySet());
            }
        });
    }

    private static Map<String, String> states(IndexWriter writer) {
        Map<String, String> states = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        }
        return states;
    }

    /** Ids of the records in force. */
    Set<String> records(Query query) {
        return Set.copyOf(index.read(
                searcher -> {
                    Set<String> ids = new LinkedHashSet<>();
                    for (ScoreDoc hit : EntryIndex.all(searcher, query)) {
                        ids.add(id(searcher.storedFields().document(hit.doc, Set.of(RECORD))));
                    }
                    return ids;
                },
                Set.of()));
    }

    /** Entries in force by the ids of their records. */
    Map<String, StoredEntry> entries(Query query) {
        return index.read(
                searcher -> {
                    Map<String, StoredEntry> entries = new LinkedHashMap<>();
                    for (ScoreDoc hit : EntryIndex.all(searcher, query)) {
                        Document document = searcher.storedFields().document(hit.doc);
                        entries.put(id(document), EntryFields.stored(document));
                    }
                    return entries;
                },
                Map.of());
    }

    static Query of(CollectionId collection) {
        return new TermQuery(EntryFields.collection(collection));
    }

    static Query group(CollectionId collection, String name) {
        return new TermQuery(EntryFields.group(collection, name));
    }

    private static String id(Document document) {
        String record = document.get(RECORD);
        return record.substring(record.indexOf(SEPARATOR) + 1);
    }

    private static String groupKey(CollectionId collection, String group) {
        return collection.tenant().value() + SEPARATOR + record(collection, group);
    }

    static String record(CollectionId collection, String id) {
        return ChromaNames.hash(collection.source()) + SEPARATOR + id;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
