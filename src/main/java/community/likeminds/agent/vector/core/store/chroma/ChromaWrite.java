package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.store.chroma.ChromaDatabase.Distance;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One change of a collection, by the one who has its lease. */
final class ChromaWrite {

    /** Marks of emptied groups that are kept for those who are behind. */
    private static final int MARKS = 2000;

    /** Vectors that are read at once. */
    private static final int READ = 300;

    private final ChromaDatabase database;
    private final Mirror mirror;
    private final MirrorSync sync;
    private final EntryRecords form;
    private final CollectionId collection;
    private final ChromaLease lease;

    ChromaWrite(
            ChromaDatabase database,
            Mirror mirror,
            MirrorSync sync,
            EntryRecords form,
            CollectionId collection,
            ChromaLease lease) {
        this.database = database;
        this.mirror = mirror;
        this.sync = sync;
        this.form = form;
        this.collection = collection;
        this.lease = lease;
    }

    /** Puts groups in the place of those of their names, and of all others, too, when they are to be the only ones. */
    void replace(List<Group> groups, boolean only, VectorSet known) {
        List<ChromaCollection> remote = sync.sync();
        ChromaCollection entries = opened(remote);
        ChromaRecords records = database.records(entries);
        Revision revision = Revision.of(entries);
        Set<String> before = superseded(groups, only);
        long born = revision.number() + 1;

        List<Row> rows = new ArrayList<>();
        List<Row> vectors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Group group : groups) {
            String hash = ChromaNames.hash(group.name());
            named.add(hash);
            for (int number = 0; number < group.entries().size(); number++) {
                StoredEntry stored =
                        new StoredEntry(collection, group.name(), number, group.entries().get(number));
                RecordId id = new RecordId(hash, number, born);
                rows.add(form.row(stored, id));
                float[] vector = known.byContentHash().get(stored.entry().contentHash());
                if (vector != null) {
                    vectors.add(form.vectorRow(stored, id.toString(), vector));
                }
            }
        }
        Set<String> filled = rows.stream().map(row -> RecordId.parse(row.id()).group()).collect(Collectors.toSet());
        Set<String> emptied = before.stream().map(id -> RecordId.parse(id).group()).collect(Collectors.toSet());
        emptied.removeAll(filled);
        emptied.forEach(hash -> rows.add(EntryRecords.emptied(new RecordId(hash, RecordId.NONE, born))));
        if (rows.isEmpty()) {
            return;
        }

        Revision dirty = revision.withDirty(true);
        advance(entries, revision, dirty);
        // Vectors first: they are nobody's until their entries are in force, and a wrong dimension ends the write here.
        putVectors(known.model(), vectors);
        records.upsert(rows, lease::renew);
        Set<String> marks = marks(records, revision);
        Revision next = revision.next(marks.size() > MARKS ? revision.number() : revision.floor());
        advance(entries, dirty, next);
        remote = sync.sync();

        if (marks.size() > MARKS) {
            before.addAll(marks);
        }
        remove(remote, records, before);
        advance(entries, next, next.withDirty(false));
    }

    /**
     * Puts one revision in the place of another, which is refused when the lease is lost or somebody has put another there: the server compares
     * nothing itself, and a writer that was silent would take back what others have written since.
     */
    private void advance(ChromaCollection entries, Revision from, Revision to) {
        boolean unchanged = database.find(entries.name())
                .filter(one -> one.id().equals(entries.id()))
                .map(Revision::of)
                .filter(from::equals)
                .isPresent();
        if (!unchanged) {
            throw ChromaLease.takenOver();
        }
        lease.require();
        database.update(entries, to.metadata());
    }

    /** Gives entries their vectors, which others may see one after the other. */
    void putVectors(VectorSet given) {
        List<ChromaCollection> remote = sync.sync();
        Map<String, StoredEntry> entries = mirror.entries(Mirror.of(collection));
        Set<String> there = vectorIds(remote, given.model());
        List<Row> rows = new ArrayList<>();
        entries.forEach((id, stored) -> {
            float[] vector = given.byContentHash().get(stored.entry().contentHash());
            if (vector != null && !there.contains(id)) {
                rows.add(form.vectorRow(stored, id, vector));
            }
        });
        putVectors(given.model(), rows);
        List<String> ids = rows.stream().map(Row::id).toList();
        String own = ChromaNames.vectors(collection.source(), given.model());
        vectorCollections(remote).stream()
                .filter(other -> !other.name().equals(own))
                .forEach(other -> database.records(other).delete(ids));
    }

    /** Hands out everything while nobody else can write. */
    void read(VectorStore.Reader reader) {
        List<ChromaCollection> vectors = vectorCollections(sync.sync());
        Map<String, StoredEntry> entries = mirror.entries(Mirror.of(collection));
        List<String> ids = List.copyOf(entries.keySet());
        for (int from = 0; from < ids.size(); from += READ) {
            lease.renew();
            Set<String> some = new LinkedHashSet<>(ids.subList(from, Math.min(ids.size(), from + READ)));
            for (ChromaCollection one : vectors) {
                database.records(one).vectors(some).forEach((id, vector) -> {
                    if (some.remove(id)) {
                        reader.take(entry(entries, id), one.text("model"), vector);
                    }
                });
            }
            some.forEach(id -> reader.take(entry(entries, id), "", null));
        }
    }

    private static StoredEntry entry(Map<String, StoredEntry> entries, String id) {
        StoredEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException("The server gave the vector of " + id + ", which was not asked for.");
        }
        return entry;
    }

    /** Forgets the collection; readers miss it as a whole once its entries are gone. */
    void delete() {
        lease.require();
        database.delete(ChromaNames.entries(collection.source()));
        List<ChromaCollection> remote = sync.sync();
        lease.require();
        vectorCollections(remote).forEach(vectors -> database.delete(vectors.name()));
    }

    private void putVectors(String model, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String name = ChromaNames.vectors(collection.source(), model);
        ChromaCollection vectors = database.find(name)
                .or(() -> database.create(
                        name, Map.of("source", collection.source(), "model", model), Distance.COSINE))
                .or(() -> database.find(name))
                .orElseThrow();
        database.records(vectors).upsert(rows, lease::renew);
    }

    /** The collection of entries, made when there is none, without what a writer that died has left. */
    private ChromaCollection opened(List<ChromaCollection> remote) {
        String name = ChromaNames.entries(collection.source());
        ChromaCollection entries =
                remote.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        if (entries == null) {
            vectorCollections(remote).forEach(vectors -> database.delete(vectors.name()));
            Revision first = new Revision(collection.source(), 0, 0, false);
            return database.create(name, first.metadata(), Distance.L2).orElseGet(() -> database.find(name)
                    .orElseThrow());
        }
        Revision revision = Revision.of(entries);
        if (revision.dirty()) {
            ChromaRecords records = database.records(entries);
            Set<String> live = mirror.records(Mirror.of(collection));
            Set<String> leftovers = records.ids(Map.of()).stream()
                    .filter(id -> !live.contains(id))
                    .filter(id -> RecordId.parse(id).isEntry() || RecordId.parse(id).born() > revision.number())
                    .collect(Collectors.toSet());
            records.delete(leftovers);
            for (ChromaCollection vectors : vectorCollections(remote)) {
                ChromaRecords there = database.records(vectors);
                there.delete(there.ids(Map.of()).stream()
                        .filter(id -> !live.contains(id))
                        .toList());
            }
        }
        return entries;
    }

    private Set<String> superseded(List<Group> groups, boolean only) {
        if (only) {
            return new HashSet<>(mirror.records(Mirror.of(collection)));
        }
        Set<String> ids = new HashSet<>();
        groups.forEach(group -> ids.addAll(mirror.records(Mirror.group(collection, group.name()))));
        return ids;
    }

    /** Marks of emptied groups that are in force. */
    private static Set<String> marks(ChromaRecords records, Revision revision) {
        Map<String, ?> old = Map.of(EntryRecords.MARK, true);
        return records.ids(old).stream()
                .filter(id -> RecordId.parse(id).born() <= revision.number())
                .collect(Collectors.toSet());
    }

    private void remove(List<ChromaCollection> remote, ChromaRecords records, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        lease.renew();
        records.delete(ids);
        for (ChromaCollection vectors : vectorCollections(remote)) {
            database.records(vectors).delete(ids);
        }
    }

    private Set<String> vectorIds(List<ChromaCollection> remote, String model) {
        String name = ChromaNames.vectors(collection.source(), model);
        return remote.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> database.records(one).ids(Map.of()))
                .orElse(Set.of());
    }

    private List<ChromaCollection> vectorCollections(List<ChromaCollection> remote) {
        String prefix = ChromaNames.vectorsOf(collection.source());
        return remote.stream().filter(one -> one.name().startsWith(prefix)).toList();
    }
}
