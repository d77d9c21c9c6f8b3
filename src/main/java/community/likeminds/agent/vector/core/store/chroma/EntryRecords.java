package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.StoreQuery;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.Fetched;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Entries as records of the server and back. */
final class EntryRecords {

    static final String BORN = "born";
    /** True for the mark of a group that has no entries any more. */
    static final String MARK = "mark";

    private static final String GROUP = "group";
    private static final String NUMBER = "number";
    private static final String HASH = "hash";
    private static final String ENTRY = "entry";
    private static final String FACET = "facet_";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Space space;

    EntryRecords(Space space) {
        this.space = space;
    }

    /** What neither a field of its own nor the document says. */
    private record Rest(Map<SearchField, String> texts, Map<String, String> facets, String payload) {}

    Row row(StoredEntry stored, RecordId id) {
        Entry entry = stored.entry();
        Map<String, Object> metadata = new HashMap<>(facets(entry));
        metadata.put(BORN, id.born());
        metadata.put(GROUP, stored.group());
        metadata.put(NUMBER, stored.number());
        metadata.put(HASH, entry.contentHash());
        metadata.put(ENTRY, JSON.writeValueAsString(new Rest(entry.texts(), entry.facets(), entry.payload())));
        return new Row(id.toString(), place(id), entry.embedded(), metadata);
    }

    /** The mark of a group that has no entries any more. */
    static Row emptied(RecordId id) {
        return new Row(id.toString(), place(id), "", Map.of(BORN, id.born(), MARK, true));
    }

    /** The server wants a vector for every record; different ones keep its graph in shape. */
    private static float[] place(RecordId id) {
        return new float[] {id.hashCode()};
    }

    Row vectorRow(StoredEntry stored, String id, float[] vector) {
        return new Row(id, vector, "", facets(stored.entry()));
    }

    private Map<String, String> facets(Entry entry) {
        Map<String, String> facets = new HashMap<>();
        space.facets().forEach(name -> facets.put(FACET + name, entry.facet(name)));
        // The server does not take an empty object.
        facets.put(HASH, entry.contentHash());
        return facets;
    }

    static StoredEntry stored(CollectionId collection, Fetched record) {
        Rest rest = JSON.readValue(record.metadata().path(ENTRY).asString(), Rest.class);
        return new StoredEntry(
                collection,
                record.metadata().path(GROUP).asString(),
                record.metadata().path(NUMBER).asInt(),
                new Entry(
                        rest.texts(),
                        rest.facets(),
                        record.document(),
                        record.metadata().path(HASH).asString(""),
                        rest.payload()));
    }

    /** A filter in the server's words; empty when everything passes. */
    static Map<String, ?> where(StoreQuery.Filter filter) {
        List<Map<String, ?>> conditions = new ArrayList<>();
        filter.facets().forEach((name, values) -> {
            if (!values.isEmpty()) {
                List<String> passing = new ArrayList<>(values);
                passing.add("");
                conditions.add(Map.of(FACET + name, Map.of("$in", passing)));
            }
        });
        return switch (conditions.size()) {
            case 0 -> Map.of();
            case 1 -> conditions.getFirst();
            default -> Map.of("$and", conditions);
        };
    }
}
