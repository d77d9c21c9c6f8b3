package community.likeminds.agent.vector.core.indexing;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoredEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** The fields of an entry: what is searched, what filters, and what gives the {@link Entry} back. */
public final class EntryFields {

    private static final String TENANT = "tenant";
    /** Name of the source. */
    public static final String SOURCE = "source";
    /** Tenant and source. */
    private static final String OWNER = "owner";
    /** Tenant, source and group. */
    static final String GROUP = "group";
    /** Place within the group. */
    static final String NUMBER = "number";
    /** {@link Vocabulary} of the body. */
    static final String VOCABULARY = "vocabulary";
    /** Tenant, source, group and number: unique. */
    private static final String KEY = "key";

    /** Content hash: as good as random, and the same wherever the entry is stored. */
    public static final String HASH = "hash";
    /** The model whose vector the entry has. */
    public static final String MODEL = "model";

    private static final String FACET = "facet:";
    private static final String EMBEDDED = "embedded";
    private static final String PAYLOAD = "payload";
    private static final String SEPARATOR = "\u0000";

    private EntryFields() {}

    /** Vectors of different models live in different fields, so that they can never be compared. */
    public static String vector(String model) {
        return "vector:" + model;
    }

    /** The field of a facet. */
    public static String facet(String name) {
        return FACET + name;
    }

    /** The fields that are searched by words. */
    public static List<String> searched() {
        return Arrays.stream(SearchField.values()).map(EntryFields::searched).toList();
    }

    public static String searched(SearchField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    public static Term collection(CollectionId collection) {
        return new Term(OWNER, owner(collection));
    }

    public static Term group(CollectionId collection, String name) {
        return new Term(GROUP, owner(collection) + SEPARATOR + name);
    }

    /** How many entries a group as {@link EntryColumns.Row#group()} has it has; those that were changed may count twice for a while. */
    public static int size(IndexReader reader, String group) throws IOException {
        return reader.docFreq(new Term(GROUP, group));
    }

    /** Source and name of a group as {@link EntryColumns.Row#group()} has them, for people. */
    public static String shown(String group) {
        return group.substring(group.indexOf(SEPARATOR) + 1).replace(SEPARATOR, "/");
    }

    public static Term key(StoredEntry stored) {
        return new Term(KEY, owner(stored.collection()) + SEPARATOR + stored.group() + SEPARATOR + stored.number());
    }

    private static String owner(CollectionId collection) {
        return collection.tenant().value() + SEPARATOR + collection.source();
    }

    /** Entries of a collection that have a vector of a model. */
    public static Query embedded(CollectionId collection, String model) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(collection(collection)), Occur.FILTER)
                .add(new TermQuery(new Term(MODEL, model)), Occur.FILTER)
                .build();
    }

    /** Entries of a collection that have no vector of a model. */
    public static Query lacking(CollectionId collection, String model) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(collection(collection)), Occur.FILTER)
                .add(new TermQuery(new Term(MODEL, model)), Occur.MUST_NOT)
                .build();
    }

    /** Entries of a collection that have no vector at all. */
    public static Query withoutVector(CollectionId collection) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(collection(collection)), Occur.FILTER)
                .add(TermRangeQuery.newStringRange(MODEL, null, null, true, true), Occur.MUST_NOT)
                .build();
    }

    /** Entries with one of some content hashes. */
    public static Query hashes(Set<String> hashes) {
        return new TermInSetQuery(HASH, hashes.stream().map(BytesRef::new).toList());
    }

    public static Query tenant(TenantId tenant) {
        return new TermQuery(new Term(TENANT, tenant.value()));
    }

    /** Entries of a tenant that a filter lets pass; a query of one term when that is all of them. */
    public static Query filter(TenantId tenant, StoreQuery.Filter filter) {
        if (filter.sources().isEmpty() && filter.groups().isEmpty() && filter.facets().values().stream().allMatch(Set::isEmpty)) {
            return tenant(tenant);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(tenant(tenant), Occur.FILTER);
        if (!filter.sources().isEmpty()) {
            all.add(
                    new TermInSetQuery(SOURCE, filter.sources().stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
        filter.facets().forEach((name, values) -> {
            if (!values.isEmpty()) {
                List<BytesRef> passing = new ArrayList<>(List.of(new BytesRef("")));
                values.forEach(value -> passing.add(new BytesRef(value)));
                all.add(new TermInSetQuery(facet(name), passing), Occur.FILTER);
            }
        });
        if (!filter.groups().isEmpty()) {
            String begin = filter.groups().replace("\\", "\\\\").replace("?", "\\?");
            all.add(new WildcardQuery(new Term(GROUP, wild(tenant.value()) + SEPARATOR + "*" + SEPARATOR + begin + "*")), Occur.FILTER);
        }
        return all.build();
    }

    private static String wild(String exact) {
        return exact.replace("\\", "\\\\").replace("?", "\\?").replace("*", "\\*");
    }

    /** Whether what {@link #filter} gave lets everything pass; told without looking at entries, so not of every such filter. */
    public static boolean passesAll(IndexSearcher searcher, Query filter) throws IOException {
        // What was deleted is in both numbers, so that nothing has to be counted.
        return filter instanceof TermQuery all
                && searcher.getIndexReader().docFreq(all.getTerm()) == searcher.getIndexReader().maxDoc();
    }

    /** The fields without a vector. */
    public static Document document(Space space, StoredEntry stored) {
        Entry entry = stored.entry();
        if (!space.facets().containsAll(entry.facets().keySet())) {
            throw new IllegalArgumentException(
                    "The space '" + space.name() + "' has the facets " + space.facets() + ", not " + entry.facets().keySet() + ".");
        }
        Document document = new Document();
        document.add(new StringField(KEY, key(stored).text(), Store.YES));
        document.add(new StringField(OWNER, owner(stored.collection()), Store.NO));
        Term group = group(stored.collection(), stored.group());
        document.add(new StringField(GROUP, group.text(), Store.NO));
        document.add(new SortedDocValuesField(GROUP, group.bytes()));
        document.add(new NumericDocValuesField(NUMBER, stored.number()));
        document.add(new BinaryDocValuesField(VOCABULARY, Vocabulary.of(entry.text(SearchField.BODY)).bytes()));
        document.add(new StringField(TENANT, stored.collection().tenant().value(), Store.NO));
        document.add(new StringField(SOURCE, stored.collection().source(), Store.NO));
        document.add(new StringField(HASH, entry.contentHash(), Store.YES));
        space.facets().forEach(name -> document.add(new StringField(facet(name), entry.facet(name), Store.YES)));
        for (SearchField field : SearchField.values()) {
            String text = entry.texts().get(field);
            // A field without words has a length all the same: where every entry has one, lengths are read in half the time.
            document.add(new TextField(searched(field), text == null ? "" : text, text == null ? Store.NO : Store.YES));
        }
        document.add(new StoredField(EMBEDDED, entry.embedded()));
        document.add(new StoredField(PAYLOAD, entry.payload()));
        return document;
    }

    public static void addVector(Document document, String model, float[] vector) {
        document.add(new StringField(MODEL, model, Store.NO));
        document.add(new KnnFloatVectorField(vector(model), vector, VectorSimilarityFunction.DOT_PRODUCT));
    }

    /** The entry that a document was made of. */
    public static StoredEntry stored(Document document) {
        String[] key = document.get(KEY).split(SEPARATOR, -1);
        Map<SearchField, String> texts = new EnumMap<>(SearchField.class);
        for (SearchField field : SearchField.values()) {
            String text = document.get(searched(field));
            if (text != null) {
                texts.put(field, text);
            }
        }
        Map<String, String> facets = new HashMap<>();
        for (IndexableField field : document.getFields()) {
            if (field.name().startsWith(FACET)) {
                facets.put(field.name().substring(FACET.length()), field.stringValue());
            }
        }
        return new StoredEntry(
                new CollectionId(new TenantId(key[0]), key[1]),
                key[2],
                Integer.parseInt(key[3]),
                new Entry(texts, facets, document.get(EMBEDDED), document.get(HASH), document.get(PAYLOAD)));
    }
}
