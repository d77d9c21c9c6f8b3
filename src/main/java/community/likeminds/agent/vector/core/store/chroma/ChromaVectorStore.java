package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
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
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.CollectionGone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link VectorStore} on a Chroma server: a tenant there for each tenant here, a database for each space. */
final class ChromaVectorStore implements VectorStore, AutoCloseable {

    /** Takes the next number when the way in which entries are written changes. */
    private static final int FORMAT = 1;

    /** Searches that are repeated because somebody wrote meanwhile. */
    /** Neighbours asked for in the place of one when a filter keeps some that the server cannot tell. */
    private static final int OVER = 10;

    private static final int TRIES = 5;

    private final ChromaHttp http;
    private final ChromaSettings settings;
    private final Space space;
    private final EntryRecords form;
    private final Mirror mirror;
    private final SampledVectors sampled = new SampledVectors();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TenantId, ChromaDatabase> databases = new ConcurrentHashMap<>();
    private final Map<TenantId, MirrorSync> syncs = new ConcurrentHashMap<>();
    private final Map<CollectionId, ReentrantLock> writing = new ConcurrentHashMap<>();

    ChromaVectorStore(ChromaHttp http, ChromaSettings settings, DataFolder data, Space space) {
        this.http = http;
        this.settings = settings;
        this.space = space;
        this.form = new EntryRecords(space);
        this.mirror = new Mirror(data, settings, space);
    }

    private ChromaDatabase database(TenantId tenant) {
        return databases.computeIfAbsent(
                tenant,
                named -> new ChromaDatabase(
                        http, settings.prefix() + "-" + named.value(), space.name() + "-" + FORMAT + "-" + space.version()));
    }

    private MirrorSync sync(TenantId tenant) {
        return syncs.computeIfAbsent(tenant, named -> new MirrorSync(mirror, database(named), named));
    }

    private void write(CollectionId collection, Consumer<ChromaWrite> change) {
        // Threads of this process take turns here; only one of them asks the server for its turn.
        ReentrantLock turn = writing.computeIfAbsent(collection, any -> new ReentrantLock());
        turn.lock();
        ChromaDatabase database = database(collection.tenant());
        try (ChromaLease lease = ChromaLease.take(database, collection.source(), settings)) {
            change.accept(new ChromaWrite(database, mirror, sync(collection.tenant()), form, collection, lease));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void replace(CollectionId collection, List<Group> groups, VectorSet known) {
        if (!groups.isEmpty()) {
            write(collection, write -> write.replace(groups, false, known));
        }
    }

    @Override
    public void replaceAll(CollectionId collection, List<Group> groups, VectorSet known) {
        write(collection, write -> write.replace(groups, true, known));
    }

    @Override
    public void deleteGroups(CollectionId collection, Collection<String> names) {
        sync(collection.tenant()).sync();
        List<Group> gone = names.stream()
                .distinct()
                .filter(name -> !mirror.records(Mirror.group(collection, name)).isEmpty())
                .map(name -> new Group(name, List.of()))
                .toList();
        replace(collection, gone, VectorSet.none(""));
    }

    @Override
    public void delete(CollectionId collection) {
        String entries = ChromaNames.entries(collection.source());
        String vectors = ChromaNames.vectorsOf(collection.source());
        boolean there = database(collection.tenant()).collections().stream()
                .anyMatch(one -> one.name().equals(entries) || one.name().startsWith(vectors));
        if (there) {
            write(collection, ChromaWrite::delete);
        }
    }

    @Override
    public void putVectors(CollectionId collection, VectorSet vectors) {
        if (!vectors.byContentHash().isEmpty()) {
            write(collection, write -> write.putVectors(vectors));
        }
    }

    @Override
    public Map<String, String> missing(CollectionId collection, String model) {
        Set<String> there = vectorIds(collection, model);
        Map<String, String> texts = new LinkedHashMap<>();
        mirror.entries(Mirror.of(collection)).forEach((id, stored) -> {
            if (!there.contains(id)) {
                texts.put(stored.entry().contentHash(), stored.entry().embedded());
            }
        });
        return texts;
    }

    @Override
    public Counts counts(CollectionId collection, String model) {
        Set<String> there = vectorIds(collection, model);
        Set<String> records = mirror.records(Mirror.of(collection));
        return new Counts(records.size(), (int) records.stream().filter(there::contains).count());
    }

    /** Ids of the records that have a vector, some of which may be out of force; the mirror is in step afterwards. */
    private Set<String> vectorIds(CollectionId collection, String model) {
        String name = ChromaNames.vectors(collection.source(), model);
        ChromaDatabase database = database(collection.tenant());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            ChromaCollection vectors = sync(collection.tenant()).sync().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (vectors == null) {
                return Set.of();
            }
            try {
                return database.records(vectors).ids(Map.of());
            } catch (CollectionGone deleted) {
                // Somebody replaced or forgot the source between the two questions: the next look tells which.
                continue;
            }
        }
        return Set.of();
    }

    @Override
    public List<String> sources(TenantId tenant) {
        sync(tenant).sync();
        return mirror.index().sources(tenant);
    }

    @Override
    public List<StoredEntry> group(CollectionId collection, String name) {
        sync(collection.tenant()).sync();
        return mirror.index().group(collection, name);
    }

    @Override
    public void read(CollectionId collection, Reader reader) {
        sync(collection.tenant()).sync();
        if (!mirror.records(Mirror.of(collection)).isEmpty()) {
            write(collection, write -> write.read(reader));
        }
    }

    @Override
    public Map<String, Integer> facet(TenantId tenant, Set<String> sources, String name) {
        sync(tenant).sync();
        return mirror.index().facet(tenant, sources, name);
    }

    @Override
    public Matches search(StoreQuery query) {
        float[] asked = query.vector();
        MirrorSync sync = sync(query.tenant());
        for (int attempt = 1; ; attempt++) {
            List<ChromaCollection> remote = sync.sync();
            if (asked == null) {
                return mirror.index().search(query, searcher -> null);
            }
            Map<String, ChromaRecords> vectors = vectors(query, remote);
            Matches found = Matches.NONE;
            @Nullable AgentException failed = null;
            try {
                found = mirror.index().search(query, searcher -> new ChromaDenseLeg(
                        searcher, vectors, asked, EntryRecords.where(query.filter()), query.filter().groups().isEmpty() ? 1 : OVER, sampled, executor));
            } catch (AgentException failure) {
                failed = failure;
            }
            // Vectors are removed soon after a newer revision is in force: the search may have been short of some, or failed on them.
            boolean moved = !MirrorSync.wanted(database(query.tenant()).collections()).equals(MirrorSync.wanted(remote));
            if (moved && attempt < TRIES) {
                continue;
            }
            if (failed != null) {
                throw failed;
            }
            return found;
        }
    }

    /** Vectors of the query's model by the hash of their source, of all sources that the filter lets pass. */
    private Map<String, ChromaRecords> vectors(StoreQuery query, List<ChromaCollection> remote) {
        Map<String, String> wanted = new HashMap<>();
        List<String> sources = new ArrayList<>(query.filter().sources());
        if (sources.isEmpty()) {
            sources.addAll(MirrorSync.wanted(remote).keySet());
        }
        sources.forEach(source ->
                wanted.put(ChromaNames.vectors(source, query.model()), ChromaNames.hash(source)));
        Map<String, ChromaRecords> vectors = new HashMap<>();
        for (ChromaCollection one : remote) {
            String source = wanted.get(one.name());
            if (source != null) {
                vectors.put(source, database(query.tenant()).records(one));
            }
        }
        return vectors;
    }

    @Override
    public void close() throws IOException {
        executor.close();
        mirror.close();
    }
}
