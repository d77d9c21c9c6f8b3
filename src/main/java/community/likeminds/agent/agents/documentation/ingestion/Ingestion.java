package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords.KnownPage;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.RunningProcess;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.PageChunks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a source, indexes what changed by words, then embeds what has no vector.
 *
 * <p>Batch by batch, pages are marked, indexed and recorded, so that a run that was killed is taken up by the next one: what is still
 * marked is indexed again, and what was embedded is in the cache.
 */
@Component
public class Ingestion {

    private static final int PAGES_PER_COMMIT = 200;

    private final DocumentProcessor processor;
    private final Embeddings embeddings;
    private final DocumentVectors vectors;
    private final SourceRecords records;
    private final EmbeddingCache cache;
    private final EmbeddingStage embedding;
    private final Tasks tasks;
    private final NamedLocks locks;
    private final LastReading last;
    private final SourceHistory history;
    private final SearchRevisions revisions;

    Ingestion(
            DocumentProcessor processor,
            Embeddings embeddings,
            DocumentVectors vectors,
            SourceRecords records,
            EmbeddingCache cache,
            EmbeddingStage embedding,
            Tasks tasks,
            NamedLocks locks,
            LastReading last,
            SourceHistory history,
            SearchRevisions revisions) {
        this.processor = processor;
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.records = records;
        this.cache = cache;
        this.embedding = embedding;
        this.tasks = tasks;
        this.locks = locks;
        this.last = last;
        this.history = history;
        this.revisions = revisions;
    }

    /** @param named told the source's name as soon as it is known */
    public IngestResult ingest(TenantId tenant, String location, Progress progress, Consumer<String> named) {
        long start = System.nanoTime();
        Source opened = processor.open(location, progress);
        Source source = SourceNames.distinct(opened, name -> takenByAnother(tenant, name, opened));
        try (NamedLocks.Held held = lock(tenant, source.name())) {
            named.accept(source.name());
            return ingest(tenant, source, progress, start);
        }
    }

    /** Forgets a source; its vectors stay in the cache. */
    public void remove(TenantId tenant, String name) {
        if (records.source(tenant, name).isEmpty()) {
            throw AgentException.notFound(
                    "source-unknown",
                    "There is no documentation source called '" + name + "'.",
                    "See the names with: likeminds sources.");
        }
        try (NamedLocks.Held held = lock(tenant, name)) {
            last.forget(tenant, name);
            history.forget(tenant, name);
            vectors.deleteSource(tenant, name);
            records.deleteSource(tenant, name);
            revisions.changed(tenant);
        }
    }

    /** Forgets everything of a tenant, its vectors too. */
    public void forget(TenantId tenant) {
        records.sources(tenant).forEach(source -> remove(tenant, source.name()));
        cache.clear(tenant);
    }

    /**
     * Makes chunks searchable that no source holds as they are; vectors that a tenant has already are not made again.
     *
     * @param tenant whose index, gone with {@link #forget}
     * @param cached whose vectors may be used
     */
    public void index(TenantId tenant, Source source, List<PageChunks> pages, TenantId cached, Progress progress) {
        records.putSource(tenant, source, Instant.now());
        List<String> hashes = pages.stream()
                .flatMap(page -> page.chunks().stream())
                .map(Chunk::contentHash)
                .toList();
        vectors.replace(tenant, source.name(), pages, cache.find(cached, embeddings.model(), hashes));
        embedding.run(tenant, source.name(), progress);
    }

    private IngestResult ingest(TenantId tenant, Source source, Progress progress, long start) {
        String digest = processor.digest(source);
        Map<String, KnownPage> known = knownPages(tenant, source.name());
        SourceChanges changes = changes(tenant, source);
        Optional<LastReading.Reading> before = last.of(tenant, source.name(), digest, known.size());
        if (before.isPresent()) {
            put(tenant, source, changes);
            EmbeddingStage.Made made = embedding.run(tenant, source.name(), progress);
            return result(tenant, source, known.size(), 0, 0, 0, made, before.get().leftOut(), changes, start);
        }
        last.forget(tenant, source.name());
        ReadResult read = processor.read(source, progress);
        put(tenant, source, changes);
        Map<String, String> contents = PageIdentity.of(read.pages(), source.version());

        Set<String> gone = new HashSet<>(known.keySet());
        read.pages().forEach(page -> gone.remove(page.path()));
        records.startWriting(tenant, source.name(), gone);
        vectors.deletePages(tenant, source.name(), gone);
        records.deletePages(tenant, source.name(), gone);
        if (!gone.isEmpty()) {
            revisions.changed(tenant);
        }

        List<Page> changed = read.pages().stream()
                .filter(page -> !same(contents.get(page.path()), known.get(page.path())))
                .toList();
        indexWords(tenant, source.name(), changed, contents, progress);
        EmbeddingStage.Made made = embedding.run(tenant, source.name(), progress);

        int added = (int) changed.stream().filter(page -> !known.containsKey(page.path())).count();
        last.put(tenant, source.name(), digest, read.pages().size(), read.leftOut());
        return result(tenant, source, read.pages().size(), added, changed.size() - added, gone.size(), made, read.leftOut(), changes, start);
    }

    /** What happened since the version that was read before, as the source's own history tells it. */
    private @Nullable SourceChanges changes(TenantId tenant, Source source) {
        return records.source(tenant, source.name())
                .filter(before -> !before.version().equals(source.version()))
                .flatMap(before -> processor.changes(source, before.version()))
                .orElse(null);
    }

    private void put(TenantId tenant, Source source, @Nullable SourceChanges changes) {
        if (changes != null) {
            history.put(tenant, source.name(), changes);
        }
        records.putSource(tenant, source, Instant.now());
    }

    private IngestResult result(
            TenantId tenant,
            Source source,
            int pages,
            int added,
            int changed,
            int removed,
            EmbeddingStage.Made made,
            List<ReadResult.LeftOut> leftOut,
            @Nullable SourceChanges changes,
            long start) {
        return new IngestResult(
                source.name(),
                source.version(),
                pages,
                added,
                changed,
                removed,
                pages - added - changed,
                vectors.counts(tenant, source.name(), embeddings.model()).chunks(),
                made.vectors(),
                leftOut,
                (System.nanoTime() - start) / 1_000_000,
                made.billedTokens(),
                made.cost(),
                changes);
    }

    /** What is recorded of the pages, or nothing when the index does not hold what the records say. */
    private Map<String, KnownPage> knownPages(TenantId tenant, String source) {
        Set<String> unfinished = records.unfinished(tenant, source);
        vectors.deletePages(tenant, source, unfinished);
        records.deletePages(tenant, source, unfinished);
        Map<String, KnownPage> known = records.pages(tenant, source);
        int recorded = known.values().stream().mapToInt(KnownPage::chunks).sum();
        int indexed = vectors.counts(tenant, source, embeddings.model()).chunks();
        if (recorded == indexed) {
            return known;
        }
        vectors.deleteSource(tenant, source);
        records.deletePages(tenant, source, known.keySet());
        return Map.of();
    }

    private void indexWords(
            TenantId tenant, String source, List<Page> pages, Map<String, String> contents, Progress progress) {
        List<PageChunks> next = cut(portion(pages, 0));
        for (int from = 0; from < pages.size(); from += PAGES_PER_COMMIT) {
            List<Page> some = portion(pages, from);
            List<PageChunks> cut = next;
            // What is written keeps one core busy, so the next portion is cut meanwhile.
            List<Page> following = portion(pages, from + PAGES_PER_COMMIT);
            ForkJoinTask<List<PageChunks>> cutting = ForkJoinPool.commonPool().submit(() -> cut(following));
            progress.report("Indexing words", from, pages.size(), some.getFirst().path());
            List<String> hashes = cut.stream()
                    .flatMap(page -> page.chunks().stream())
                    .map(Chunk::contentHash)
                    .toList();
            records.startWriting(tenant, source, some.stream().map(Page::path).toList());
            vectors.replace(tenant, source, cut, cache.find(tenant, embeddings.model(), hashes));
            List<KnownPage> done = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                done.add(new KnownPage(
                        some.get(i).path(),
                        contents.getOrDefault(some.get(i).path(), ""),
                        cut.get(i).chunks().size()));
            }
            records.putPages(tenant, source, done);
            revisions.changed(tenant);
            next = cutting.join();
        }
        if (!pages.isEmpty()) {
            progress.report("Indexing words", pages.size(), pages.size(), "");
        }
    }

    private static List<Page> portion(List<Page> pages, int from) {
        return pages.subList(Math.min(pages.size(), from), Math.min(pages.size(), from + PAGES_PER_COMMIT));
    }

    private List<PageChunks> cut(List<Page> pages) {
        return pages.parallelStream()
                .map(page -> new PageChunks(page.path(), processor.chunk(page)))
                .toList();
    }

    private static boolean same(@Nullable String content, @Nullable KnownPage known) {
        return known != null && known.contentHash().equals(content);
    }

    /** Versions and branches of a package or repository follow each other under one name; folders and files do not. */
    private boolean takenByAnother(TenantId tenant, String name, Source opened) {
        return records.source(tenant, name)
                .filter(known -> !known.location().equals(opened.location()))
                .filter(known -> local(known.kind()) || local(opened.kind().name()))
                .isPresent();
    }

    private static boolean local(String kind) {
        return Stream.of(Source.Kind.FOLDER, Source.Kind.FILE, Source.Kind.ZIP).anyMatch(one -> kind.equalsIgnoreCase(one.name()));
    }

    /** Keeps others from ingesting, removing or restoring a source meanwhile. */
    NamedLocks.Held lock(TenantId tenant, String source) {
        return locks.tryAcquire("ingest\u0000" + tenant.value() + "\u0000" + source)
                .orElseThrow(() -> new AgentException(
                        Kind.CONFLICT,
                        "source-busy",
                        "The documentation source '" + source + "' is being ingested or removed by " + holder(tenant, source) + ".",
                        "Wait until that run has finished, then run the command again; see it with: likeminds jobs."));
    }

    private String holder(TenantId tenant, String source) {
        return tasks.list(tenant, TaskJobs.TYPE, 100).stream()
                .filter(task -> task.state() == Task.State.RUNNING && task.subject().equals(source))
                .findFirst()
                .flatMap(task -> RunningProcess.parse(task.process())
                        .map(process -> "process " + process.id() + " on " + process.host() + " (job " + task.id() + ")"))
                .orElse("somebody else");
    }
}
