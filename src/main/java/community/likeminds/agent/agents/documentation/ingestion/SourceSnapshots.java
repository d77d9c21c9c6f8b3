package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords.Known;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords.KnownPage;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.OpenSnapshot;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.Counts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link DocumentationSnapshots}: the index and the records of its pages, each source under the lock that ingesting it takes. */
@Component
class SourceSnapshots implements DocumentationSnapshots {

    private static final String RECORDS = "sources.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ingestion ingestion;
    private final DocumentVectors vectors;
    private final SourceRecords records;
    private final LastReading last;
    private final SearchRevisions revisions;

    SourceSnapshots(Ingestion ingestion, DocumentVectors vectors, SourceRecords records, LastReading last, SearchRevisions revisions) {
        this.ingestion = ingestion;
        this.vectors = vectors;
        this.records = records;
        this.last = last;
        this.revisions = revisions;
    }

    /** @param sources in the order of their names */
    private record Attached(List<Recorded> sources) {}

    private record Recorded(Known source, List<KnownPage> pages) {}

    @Override
    public Result save(TenantId tenant, List<String> sources, Path file, Progress progress) {
        List<Known> known = known(tenant, sources);
        List<NamedLocks.Held> held = new ArrayList<>();
        try {
            known.forEach(source -> held.add(ingestion.lock(tenant, source.name())));
            List<Recorded> recorded = known.stream()
                    .map(source -> new Recorded(source, List.copyOf(records.pages(tenant, source.name()).values())))
                    .toList();
            List<String> names = known.stream().map(Known::name).toList();
            String attached = JSON.writeValueAsString(new Attached(recorded));
            Counts counts = vectors.save(tenant, names, Map.of(RECORDS, attached), file, progress);
            return new Result(names, counts.chunks(), counts.embedded());
        } finally {
            held.forEach(NamedLocks.Held::close);
        }
    }

    private List<Known> known(TenantId tenant, List<String> wanted) {
        List<Known> all = records.sources(tenant);
        if (all.isEmpty()) {
            throw AgentException.notFound(
                    "no-documentation",
                    "No documentation has been ingested yet.",
                    "Ingest some first with: likeminds ingest SOURCE.");
        }
        for (String name : wanted) {
            if (all.stream().noneMatch(source -> source.name().equals(name))) {
                throw AgentException.notFound(
                        "source-unknown",
                        "There is no documentation source called '" + name + "'.",
                        "See the names with: likeminds sources.");
            }
        }
        return all.stream()
                .filter(source -> wanted.isEmpty() || wanted.contains(source.name()))
                .toList();
    }

    @Override
    public Result restore(TenantId tenant, Path file, Progress progress) {
        try (OpenSnapshot snapshot = vectors.open(file, progress)) {
            List<Recorded> recorded = recorded(file, snapshot);
            int passages = 0;
            int embedded = 0;
            List<String> names = new ArrayList<>();
            for (Recorded one : recorded) {
                Known source = one.source();
                progress.report("Restoring", names.size(), recorded.size(), source.name());
                try (NamedLocks.Held held = ingestion.lock(tenant, source.name())) {
                    // Without records for a moment, so that a killed run leaves a source that is read again rather than a wrong one.
                    records.deleteSource(tenant, source.name());
                    // What was read last is no longer what the index holds.
                    last.forget(tenant, source.name());
                    community.likeminds.agent.vector.core.Counts counts = snapshot.restore(tenant, source.name());
                    records.restore(tenant, source, one.pages());
                    revisions.changed(tenant);
                    passages += counts.entries();
                    embedded += counts.embedded();
                }
                names.add(source.name());
            }
            return new Result(names, passages, embedded);
        }
    }

    private static List<Recorded> recorded(Path file, OpenSnapshot snapshot) {
        try {
            List<Recorded> recorded = JSON.readValue(snapshot.attachment(RECORDS), Attached.class).sources();
            if (recorded.stream().allMatch(one -> snapshot.sources().contains(one.source().name()))) {
                return recorded;
            }
        } catch (JacksonException invalid) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    private static AgentException unusable(Path file) {
        return AgentException.badInput(
                "snapshot-damaged",
                "The snapshot " + file + " does not say what its sources are.",
                "Use another one, or ingest the sources again.");
    }
}
