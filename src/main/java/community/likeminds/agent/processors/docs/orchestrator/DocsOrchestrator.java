package community.likeminds.agent.processors.docs.orchestrator;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import community.likeminds.agent.processors.docs.chunker.Chunker;
import community.likeminds.agent.processors.docs.sources.PageReader;
import community.likeminds.agent.processors.docs.sources.SourceDigest;
import community.likeminds.agent.processors.docs.sources.Sources;
import community.likeminds.agent.shared.Progress;
import java.util.List;
import java.util.Optional;

/** The document processor of this process. */
final class DocsOrchestrator implements DocumentProcessor {

    private final Sources sources;
    private final PageReader reader;
    private final SourceDigest digest;
    private final Chunker chunker;

    DocsOrchestrator(Sources sources, PageReader reader, SourceDigest digest, Chunker chunker) {
        this.sources = sources;
        this.reader = reader;
        this.digest = digest;
        this.chunker = chunker;
    }

    @Override
    public Source open(String location, Progress progress) {
        return sources.open(location, progress);
    }

    @Override
    public ReadResult read(Source source, Progress progress) {
        return reader.read(source, progress);
    }

    @Override
    public String digest(Source source) {
        return digest.of(source);
    }

    @Override
    public Optional<SourceChanges> changes(Source source, String since) {
        return sources.changes(source, since);
    }

    @Override
    public GuideOutline outline(Page page) {
        return Outlines.of(page);
    }

    @Override
    public List<Chunk> chunk(Page page) {
        return chunker.chunk(page);
    }
}
