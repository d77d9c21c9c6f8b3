package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.SourceSummary;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sources of documentation. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sources")
@Requires(Permission.DOCUMENTATION_WRITE)
class SourcesController {

    private final DocumentationAgent agent;
    private final AllowedFolders folders;

    SourcesController(DocumentationAgent agent, AllowedFolders folders) {
        this.agent = agent;
        this.folders = folders;
    }

    @PostMapping("/ingestions")
    @HeavyWork
    @Operation(summary = "Read a source and make it searchable; ends when it is done")
    IngestResult ingest(TenantId tenant, @Valid @RequestBody Ingestion ingestion) {
        return agent.ingest(tenant, folders.source(tenant, ingestion.source()), Progress.NONE);
    }

    @GetMapping("/sources")
    @Requires(Permission.DOCUMENTATION_READ)
    @Operation(summary = "List the sources that were read")
    Sources sources(TenantId tenant) {
        return new Sources(agent.sources(tenant));
    }

    @DeleteMapping("/sources/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a source and everything that was made of it")
    void remove(TenantId tenant, @PathVariable String name) {
        agent.remove(tenant, name);
    }

    /** @param source folder, file, git repository or {@code npm:} package */
    record Ingestion(@NotBlank @Size(max = 2000) String source) {}

    /** @param sources by name */
    record Sources(List<SourceSummary> sources) {}
}
