package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.CollectionGone;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.Fetched;
import community.likeminds.agent.vector.core.store.chroma.Mirror.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the mirror of a tenant's collections to the revisions that are in force on the server. */
final class MirrorSync {

    private static final int TRIES = 20;
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 20;

    private final Mirror mirror;
    private final ChromaDatabase database;
    private final TenantId tenant;

    MirrorSync(Mirror mirror, ChromaDatabase database, TenantId tenant) {
        this.mirror = mirror;
        this.database = database;
        this.tenant = tenant;
    }

    /** Returns the collections of the server that the mirror now agrees with. */
    List<ChromaCollection> sync() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<ChromaCollection> remote = database.collections();
            Map<String, State> wanted = wanted(remote);
            if (mirror.states(tenant).equals(wanted)) {
                return remote;
            }
            if (!pull(remote, wanted)) {
                ChromaHttp.pause(PAUSE_MILLIS);
            }
        }
        throw new AgentException(
                Kind.CONFLICT,
                "chroma-changes-too-fast",
                "The documents on the Chroma server change faster than this process can read them.",
                "Wait until the others have finished ingesting, then run the command again.");
    }

    /** What the mirror should hold, by source. */
    static Map<String, State> wanted(List<ChromaCollection> remote) {
        Map<String, State> states = new HashMap<>();
        for (ChromaCollection collection : remote) {
            if (ChromaNames.isEntries(collection.name())) {
                Revision revision = Revision.of(collection);
                states.put(revision.source(), new State(collection.id(), revision.number()));
            }
        }
        return states;
    }

    /** False when a collection changed while it was read. */
    private synchronized boolean pull(List<ChromaCollection> remote, Map<String, State> wanted) {
        Map<String, State> held = mirror.states(tenant);
        held.forEach((source, state) -> {
            if (!wanted.containsKey(source)) {
                mirror.update(new CollectionId(tenant, source), state, State.NONE, Mirror.Update::clear);
            }
        });
        boolean quiet = true;
        for (ChromaCollection collection : remote) {
            if (ChromaNames.isEntries(collection.name())) {
                Revision revision = Revision.of(collection);
                State state = held.getOrDefault(revision.source(), State.NONE);
                if (!new State(collection.id(), revision.number()).equals(state)) {
                    quiet &= pull(collection, revision, state);
                }
            }
        }
        return quiet;
    }

    private boolean pull(ChromaCollection collection, Revision revision, State held) {
        CollectionId id = new CollectionId(tenant, revision.source());
        ChromaRecords records = database.records(collection);
        boolean known = held.id().equals(collection.id());
        boolean all = !known || held.revision() < revision.floor();
        if (known && held.revision() > revision.number()) {
            return false;
        }
        try {
            Map<String, List<RecordId>> changed = inForce(records.ids(born(all ? -1 : held.revision(), revision.number())));
            mirror.update(id, held, new State(collection.id(), revision.number()), update -> {
                if (all) {
                    update.clear();
                }
                for (String group : changed.keySet()) {
                    update.clearGroup(group);
                }
                List<String> wanted = changed.values().stream()
                        .flatMap(List::stream)
                        .filter(RecordId::isEntry)
                        .map(RecordId::toString)
                        .toList();
                for (int from = 0; from < wanted.size(); from += BATCH) {
                    List<String> some = wanted.subList(from, Math.min(wanted.size(), from + BATCH));
                    List<Fetched> fetched = records.fetch(some);
                    if (fetched.size() < some.size()) {
                        throw new CollectionGone();
                    }
                    for (Fetched one : fetched) {
                        update.add(EntryRecords.stored(id, one), RecordId.parse(one.id()));
                    }
                }
            });
            return true;
        } catch (CollectionGone moved) {
            // Records are only removed once a newer revision is in force: look again.
            return false;
        }
    }

    /** Records that came after one revision, up to another. */
    private static Map<String, ?> born(long after, long until) {
        return Map.of(
                "$and",
                List.of(
                        Map.of(EntryRecords.BORN, Map.of("$gt", after)),
                        Map.of(EntryRecords.BORN, Map.of("$lte", until))));
    }

    /** Of each group the records that came last. */
    private static Map<String, List<RecordId>> inForce(Set<String> ids) {
        Map<String, List<RecordId>> groups = new HashMap<>();
        for (String text : ids) {
            RecordId id = RecordId.parse(text);
            List<RecordId> best = groups.computeIfAbsent(id.group(), group -> new ArrayList<>());
            if (!best.isEmpty() && best.getFirst().born() < id.born()) {
                best.clear();
            }
            if (best.isEmpty() || best.getFirst().born() == id.born()) {
                best.add(id);
            }
        }
        return groups;
    }
}
