package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.agents.documentation.DocumentationSnapshots.Result;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was read of documentation and of source code, taken into files and back. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Snapshots")
@Requires(Permission.DOCUMENTATION_WRITE)
class SnapshotsController {

    private final DocumentationSnapshots documentation;
    private final CodebaseSnapshots code;
    private final AllowedFolders folders;

    SnapshotsController(DocumentationSnapshots documentation, CodebaseSnapshots code, AllowedFolders folders) {
        this.documentation = documentation;
        this.code = code;
        this.folders = folders;
    }

    @PostMapping("/sources/snapshots")
    @HeavyWork
    @Operation(summary = "Write sources with their vectors into a file below a folder that the server may touch")
    Result save(TenantId tenant, @Valid @RequestBody Snapshot snapshot) {
        return documentation.save(tenant, snapshot.wanted(), folders.file(tenant, snapshot.file()), Progress.NONE);
    }

    @PostMapping("/sources/restorations")
    @HeavyWork
    @Operation(summary = "Put the sources of a file in the place of those of their names")
    Result restore(TenantId tenant, @Valid @RequestBody Restoration restoration) {
        return documentation.restore(tenant, folders.file(tenant, restoration.file()), Progress.NONE);
    }

    @PostMapping("/code/snapshots")
    @HeavyWork
    @Operation(summary = "Write codebases with their vectors into a file below a folder that the server may touch")
    Result saveCode(TenantId tenant, @Valid @RequestBody Snapshot snapshot) {
        return code.save(tenant, snapshot.wanted(), folders.file(tenant, snapshot.file()), Progress.NONE);
    }

    @PostMapping("/code/restorations")
    @HeavyWork
    @Operation(summary = "Put the codebases of a file in the place of those of their names")
    Result restoreCode(TenantId tenant, @Valid @RequestBody Restoration restoration) {
        return code.restore(tenant, folders.file(tenant, restoration.file()), Progress.NONE);
    }

    /**
     * @param file the file to make, on the machine of the server
     * @param names of sources or codebases, all when they are not given
     */
    record Snapshot(@NotBlank @Size(max = 2000) String file, @Nullable @Size(max = 200) List<@NotBlank @Size(max = 300) String> names) {

        List<String> wanted() {
            return names == null ? List.of() : names;
        }
    }

    /** @param file that a snapshot was written into, on the machine of the server */
    record Restoration(@NotBlank @Size(max = 2000) String file) {}
}
