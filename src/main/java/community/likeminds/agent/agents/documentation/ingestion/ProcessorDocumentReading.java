package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.DocumentReading;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Parses anew each time: a thousand pages take about as long as it would take to fetch them from a store. */
@Component
class ProcessorDocumentReading implements DocumentReading {

    private final DocumentProcessor processor;

    ProcessorDocumentReading(DocumentProcessor processor) {
        this.processor = processor;
    }

    @Override
    public List<Page> pages(TenantId tenant, List<String> locations, Progress progress) {
        if (locations.isEmpty()) {
            throw AgentException.badInput(
                    "source-missing", "No documentation was named.", "Name at least one folder, file, repository or package.");
        }
        List<Page> pages = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (String location : new LinkedHashSet<>(locations)) {
            Source source = SourceNames.distinct(processor.open(location, progress), names::contains);
            names.add(source.name());
            ReadResult read = processor.read(source, progress);
            if (read.pages().isEmpty() && !read.leftOut().isEmpty()) {
                throw unreadable(location, read.leftOut());
            }
            pages.addAll(read.pages());
        }
        return List.copyOf(pages);
    }

    private static AgentException unreadable(String location, List<ReadResult.LeftOut> leftOut) {
        ReadResult.LeftOut first = leftOut.getFirst();
        return AgentException.badInput(
                "documentation-empty",
                "No page of '" + location + "' can be read, for example " + first.path() + ": " + first.reason(),
                "Give a folder of Markdown, MDX or text.");
    }
}
