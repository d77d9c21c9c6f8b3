package community.likeminds.agent.fakes;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.processors.docs.analyzer.Outlines;
import community.likeminds.agent.processors.docs.sources.PageReader;
import community.likeminds.agent.processors.docs.sources.Sources;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;

/** The real reader without what chunks need. */
public final class ReadingDocumentProcessor implements DocumentProcessor {

    private final Sources sources = new Sources(Path.of(System.getProperty("java.io.tmpdir"), "never-written"));
    private final PageReader reader = new PageReader(2);

    @Override
    public Source open(String location, Progress progress) {
        return sources.open(location, progress);
    }

    @Override
    public ReadResult read(Source source, Progress progress) {
        return reader.read(source, progress);
    }

    @Override
    public GuideOutline outline(Page page) {
        return Outlines.of(page);
    }

    @Override
    public List<Chunk> chunk(Page page) {
        throw new UnsupportedOperationException("this processor cuts nothing");
    }
}
