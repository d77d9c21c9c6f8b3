package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.agents.documentation.ScoreExplanation;
import community.likeminds.agent.agents.documentation.contextretrieval.Meaning;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import community.likeminds.agent.vector.code.CodeMatch;
import community.likeminds.agent.vector.code.CodeQuery;
import community.likeminds.agent.vector.code.CodeVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Codebases} on the vector store of this installation. */
@Component
class IndexedCodebases implements Codebases {

    private static final int MOST_RESULTS = 100;
    /** The best passage's score below which a search found hardly what was asked for. */
    private static final double UNSURE = 0.25;

    private final DocumentProcessor opener;
    private final CodeProcessor processor;
    private final Embeddings embeddings;
    private final Meaning meaning;
    private final CodeVectors vectors;
    private final CodebaseRecords records;
    private final CodeIndexing indexing;
    private final SearchAnalytics analytics;

    IndexedCodebases(
            DocumentProcessor opener,
            CodeProcessor processor,
            Embeddings embeddings,
            Meaning meaning,
            CodeVectors vectors,
            CodebaseRecords records,
            CodeIndexing indexing,
            SearchAnalytics analytics) {
        this.opener = opener;
        this.processor = processor;
        this.embeddings = embeddings;
        this.meaning = meaning;
        this.vectors = vectors;
        this.records = records;
        this.indexing = indexing;
        this.analytics = analytics;
    }

    @Override
    public Indexed index(TenantId tenant, String location, Progress progress) {
        return indexing.index(tenant, location, progress);
    }

    @Override
    public List<Summary> list(TenantId tenant) {
        return records.list(tenant).stream()
                .map(known -> {
                    CodeVectors.Counts counts = vectors.counts(tenant, known.name(), embeddings.model());
                    return new Summary(
                            known.name(), known.location(), known.version(), known.files().size(), counts.chunks(), counts.embedded(), known.time());
                })
                .toList();
    }

    @Override
    public void remove(TenantId tenant, String name) {
        indexing.remove(tenant, name);
    }

    @Override
    public Hits search(TenantId tenant, Search search) {
        if (search.query().isBlank() || search.limit() < 1 || search.limit() > MOST_RESULTS) {
            throw AgentException.badInput(
                    "query-invalid", "There is nothing to search for, or the limit is not within 1 to 100.", "Give some words and a limit within 1 to 100.");
        }
        if (!search.codebase().isEmpty() && records.find(tenant, search.codebase()).isEmpty()) {
            throw AgentException.notFound(
                    "code-unknown", "There is no codebase called '" + search.codebase() + "'.", "See the names with: likeminds code list.");
        }
        long start = System.nanoTime();
        float[] vector = meaning.ofQuestion(search.query());
        List<CodeMatch> found = vectors.search(new CodeQuery(
                tenant,
                search.query(),
                embeddings.model(),
                vector,
                search.codebase(),
                search.language(),
                search.kind().toLowerCase(Locale.ROOT),
                search.limit(),
                CodeQuery.Ranking.ADAPTIVE,
                search.explained()));
        double millis = (System.nanoTime() - start) / 1e6;
        String id = UUID.randomUUID().toString();
        record(tenant, search, found, millis, id);
        return new Hits(found.stream().map(IndexedCodebases::hit).toList(), millis, id, vector == null ? List.of(Meaning.NOTICE) : List.of());
    }

    private void record(TenantId tenant, Search search, List<CodeMatch> found, double millis, String id) {
        double best = found.isEmpty() ? 0 : found.getFirst().score();
        Outcome outcome = found.isEmpty() ? Outcome.NOTHING : best < UNSURE ? Outcome.UNSURE : Outcome.ANSWERED;
        List<PageRef> shown = found.stream().map(match -> new PageRef(match.project(), match.chunk().path())).distinct().toList();
        analytics.record(
                tenant,
                new SearchEvent(
                        id, Instant.now(), Space.CODE, Purpose.SEARCH, search.query(), search.language(), millis, outcome, best, shown, List.of()));
    }

    private static Hit hit(CodeMatch match) {
        return new Hit(
                match.project(),
                match.chunk().path(),
                match.chunk().qualifiedName(),
                match.chunk().kind(),
                match.chunk().signature(),
                match.chunk().startLine(),
                match.chunk().endLine(),
                match.score(),
                match.chunk().text(),
                ScoreExplanation.of(match.explanation()));
    }

    @Override
    public List<CodeFile> symbols(String location, Progress progress) {
        Path file = file(location);
        if (file != null) {
            return List.of(processor.read(file.getFileName().toString(), text(file)));
        }
        Path root = opener.open(location, progress).root();
        return files(root, processor.list(root, progress), progress);
    }

    @Override
    public Usage usage(String location, String packageName, Progress progress) {
        Path root = opener.open(location, progress).root();
        CodeListing listing = processor.list(root, progress);
        var facts = processor.facts(root, listing);
        return new Usage(facts, UsedPackages.of(files(root, listing, progress), facts, packageName));
    }

    private List<CodeFile> files(Path root, CodeListing listing, Progress progress) {
        List<CodeFile> files = new ArrayList<>();
        for (CodeListing.Entry one : listing.files()) {
            progress.report("Reading code", files.size(), listing.files().size(), one.path());
            files.add(processor.read(one.path(), processor.text(root, one.path())));
        }
        return files;
    }

    private static @Nullable Path file(String location) {
        try {
            Path path = Path.of(location);
            return Files.isRegularFile(path) && path.getFileName() != null && path.toString().matches("(?i).*\\.(?!zip$|jar$|git$)\\w+") ? path : null;
        } catch (InvalidPathException noPath) {
            // Locations of packages and repositories are no paths on every system.
            return null;
        }
    }

    private String text(Path file) {
        try {
            Path folder = file.toRealPath().getParent();
            return processor.text(folder == null ? file : folder, file.getFileName().toString());
        } catch (IOException failure) {
            throw AgentException.badInput(
                    "code-unreadable", "The file " + file + " cannot be read: " + failure.getMessage() + ".", "Give a file that you may read.");
        }
    }
}
