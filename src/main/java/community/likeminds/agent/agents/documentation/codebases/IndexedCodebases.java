package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeListing;
import community.likeminds.agent.processors.code.CodeProcessor;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Codebases} on the vector store of this installation. */
@Component
class IndexedCodebases implements Codebases {

    private final DocumentProcessor opener;
    private final CodeProcessor processor;
    private final Embeddings embeddings;
    private final CodeVectors vectors;
    private final CodebaseRecords records;
    private final CodeIndexing indexing;
    private final CodeSearch searching;

    IndexedCodebases(
            DocumentProcessor opener,
            CodeProcessor processor,
            Embeddings embeddings,
            CodeVectors vectors,
            CodebaseRecords records,
            CodeIndexing indexing,
            CodeSearch searching) {
        this.opener = opener;
        this.processor = processor;
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.records = records;
        this.indexing = indexing;
        this.searching = searching;
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
        return searching.search(tenant, search);
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
