package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots.Result;
import community.likeminds.agent.agents.documentation.codebases.CodebaseRecords.Known;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.OpenSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link CodebaseSnapshots}: the index and the records of its files, each codebase under the lock that indexing it takes. */
@Component
class CodeSnapshots implements CodebaseSnapshots {

    private static final String RECORDS = "codebases.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CodeVectors vectors;
    private final CodebaseRecords records;
    private final CodeIndexing indexing;

    CodeSnapshots(CodeVectors vectors, CodebaseRecords records, CodeIndexing indexing) {
        this.vectors = vectors;
        this.records = records;
        this.indexing = indexing;
    }

    /** @param codebases in the order of their names */
    private record Attached(List<Known> codebases) {}

    @Override
    public Result save(TenantId tenant, List<String> codebases, Path file, Progress progress) {
        List<String> names = known(tenant, codebases).stream().map(Known::name).toList();
        List<NamedLocks.Held> held = new ArrayList<>();
        try {
            names.forEach(name -> held.add(indexing.lock(tenant, name)));
            // Read again, as somebody may have indexed before the locks were held.
            List<Known> known = known(tenant, names);
            String attached = JSON.writeValueAsString(new Attached(known));
            CodeVectors.Counts counts = vectors.save(tenant, names, Map.of(RECORDS, attached), file, progress);
            return new Result(names, counts.chunks(), counts.embedded());
        } finally {
            held.forEach(NamedLocks.Held::close);
        }
    }

    private List<Known> known(TenantId tenant, List<String> wanted) {
        List<Known> all = records.list(tenant);
        if (all.isEmpty()) {
            throw AgentException.notFound("no-code", "No source code has been indexed yet.", "Index some first with: likeminds code index PROJECT.");
        }
        wanted.stream().filter(name -> all.stream().noneMatch(one -> one.name().equals(name))).findFirst().ifPresent(name -> {
            throw CodebaseRecords.unknown(name);
        });
        return all.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.name())).toList();
    }

    @Override
    public Result restore(TenantId tenant, Path file, Progress progress) {
        try (OpenSnapshot snapshot = vectors.open(file, progress)) {
            List<Known> known = recorded(file, snapshot);
            int passages = 0;
            int embedded = 0;
            List<String> names = new ArrayList<>();
            for (Known one : known) {
                progress.report("Restoring", names.size(), known.size(), one.name());
                try (NamedLocks.Held held = indexing.lock(tenant, one.name())) {
                    // Without a record for a moment, so that a killed run leaves code that is read again rather than a wrong index.
                    records.delete(tenant, one.name());
                    Counts counts = snapshot.restore(tenant, one.name());
                    records.put(tenant, one);
                    passages += counts.entries();
                    embedded += counts.embedded();
                }
                names.add(one.name());
            }
            return new Result(names, passages, embedded);
        }
    }

    private static List<Known> recorded(Path file, OpenSnapshot snapshot) {
        try {
            List<Known> recorded = JSON.readValue(snapshot.attachment(RECORDS), Attached.class).codebases();
            if (recorded.stream().allMatch(one -> snapshot.sources().contains(one.name()))) {
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
                "The snapshot " + file + " does not say what codebases it holds.",
                "Make it again with: likeminds code snapshot FILE.");
    }
}
