package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.Codebases.Indexed;
import community.likeminds.agent.agents.documentation.codebases.CodebaseRecords.Known;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeListing.Entry;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.code.CodeProcessor.ChunkSize;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.code.CodeVectors.CodeVectorSet;
import community.likeminds.agent.vector.code.CodeVectors.FileChunks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Indexes what changed of a codebase by words, then embeds what has no vector. Batch by batch, files are marked, indexed and
 * recorded, so that after a run that was killed what is still marked is indexed or removed again.
 */
@Component
class CodeIndexing {

    private static final int FILES_PER_COMMIT = 200;

    /** In the place of a file's hash while its passages are written: no file has it, so the next run writes or removes them again. */
    private static final String WRITING = "";

    /** Tokens of a passage, and up to which neighbours are joined; small ones are found more exactly. */
    private static final int MOST_TOKENS = 400;

    private static final int JOINED_TOKENS = 120;

    private final DocumentProcessor opener;
    private final CodeProcessor processor;
    private final Embeddings embeddings;
    private final CodeVectors vectors;
    private final CodebaseRecords records;
    private final CodeEmbedding embedding;
    private final NamedLocks locks;

    CodeIndexing(
            DocumentProcessor opener,
            CodeProcessor processor,
            Embeddings embeddings,
            CodeVectors vectors,
            CodebaseRecords records,
            CodeEmbedding embedding,
            NamedLocks locks) {
        this.opener = opener;
        this.processor = processor;
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.records = records;
        this.embedding = embedding;
        this.locks = locks;
    }

    Indexed index(TenantId tenant, String location, Progress progress) {
        long start = System.nanoTime();
        Source source = opener.open(location, progress);
        String name = name(tenant, source);
        try (NamedLocks.Held held = lock(tenant, name)) {
            CodeListing listing = processor.list(source.root(), progress);
            if (listing.files().isEmpty()) {
                throw AgentException.badInput(
                        "code-absent", "There is no source code in '" + location + "'.", "Name a folder that holds the project's own code.");
            }
            return index(tenant, name, source, listing, progress, start);
        }
    }

    void remove(TenantId tenant, String name) {
        if (records.find(tenant, name).isEmpty()) {
            throw CodebaseRecords.unknown(name);
        }
        try (NamedLocks.Held held = lock(tenant, name)) {
            vectors.deleteProject(tenant, name);
            records.delete(tenant, name);
        }
    }

    private Indexed index(TenantId tenant, String name, Source source, CodeListing listing, Progress progress, long start) {
        boolean intact = vectors.counts(tenant, name, embeddings.model()).chunks() > 0;
        Map<String, String> known = new HashMap<>(intact ? records.find(tenant, name).map(Known::files).orElse(Map.of()) : Map.of());
        Set<String> gone = new HashSet<>(known.keySet());
        listing.files().forEach(file -> gone.remove(file.path()));
        vectors.deleteFiles(tenant, name, gone);
        known.keySet().removeAll(gone);

        List<Entry> changed = listing.files().stream()
                .filter(file -> !file.contentHash().equals(known.get(file.path())))
                .toList();
        int added = (int) changed.stream().filter(file -> !known.containsKey(file.path())).count();
        for (int from = 0; from < changed.size(); from += FILES_PER_COMMIT) {
            List<Entry> some = changed.subList(from, Math.min(changed.size(), from + FILES_PER_COMMIT));
            progress.report("Indexing code", from, changed.size(), some.getFirst().path());
            some.forEach(file -> known.put(file.path(), WRITING));
            records.put(tenant, record(name, source, known));
            vectors.replace(tenant, name, cut(source.root(), some), new CodeVectorSet(embeddings.model(), Map.of()));
            some.forEach(file -> known.put(file.path(), file.contentHash()));
            records.put(tenant, record(name, source, known));
        }
        records.put(tenant, record(name, source, known));
        int embedded = embedding.run(tenant, name, progress);
        return new Indexed(
                name,
                listing.files().size(),
                added,
                changed.size() - added,
                gone.size(),
                listing.files().size() - changed.size(),
                vectors.counts(tenant, name, embeddings.model()).chunks(),
                embedded,
                listing.leftOut(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private List<FileChunks> cut(Path root, List<Entry> files) {
        ChunkSize size = new ChunkSize(embeddings::tokens, Math.min(MOST_TOKENS, embeddings.maxTokens()), JOINED_TOKENS);
        return files.parallelStream()
                .map(file -> new FileChunks(file.path(), processor.chunk(file.path(), processor.text(root, file.path()), size)))
                .toList();
    }

    private static Known record(String name, Source source, Map<String, String> files) {
        return new Known(name, source.location(), source.version(), files, Instant.now().toString());
    }

    /** The source's name, with as much of its place before it as sets it apart from other codebases. */
    private String name(TenantId tenant, Source source) {
        String name = source.name();
        String[] folders = source.location().replace('\\', '/').split("/");
        for (int used = folders.length - 2; used >= 0 && taken(tenant, name, source); used--) {
            name = folders[used].isEmpty() ? name : folders[used] + "/" + name;
        }
        return name;
    }

    private boolean taken(TenantId tenant, String name, Source source) {
        return records.find(tenant, name).filter(known -> !known.location().equals(source.location())).isPresent();
    }

    NamedLocks.Held lock(TenantId tenant, String name) {
        return locks.tryAcquire("code\u0000" + tenant.value() + "\u0000" + name)
                .orElseThrow(() -> new AgentException(
                        Kind.CONFLICT,
                        "code-busy",
                        "The codebase '" + name + "' is being indexed or removed by somebody else.",
                        "Wait until that run has finished, then run the command again."));
    }
}
