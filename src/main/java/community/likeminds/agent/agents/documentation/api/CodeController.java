package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Source code: indexing, search, symbols and usage. */
@RestController
@RequestMapping("/api/v1/code")
@Tag(name = "Code")
@Requires(Permission.DOCUMENTATION_READ)
class CodeController {

    private static final int DEFAULT_LIMIT = 10;

    private final Codebases codebases;
    private final AllowedFolders folders;

    CodeController(Codebases codebases, AllowedFolders folders) {
        this.codebases = codebases;
        this.folders = folders;
    }

    @PostMapping("/codebases")
    @HeavyWork
    @Requires(Permission.DOCUMENTATION_WRITE)
    @Operation(summary = "Index source code; ends when it is done")
    Codebases.Indexed index(TenantId tenant, @Valid @RequestBody Location location) {
        return codebases.index(tenant, folders.source(tenant, location.location()), Progress.NONE);
    }

    @GetMapping("/codebases")
    @Operation(summary = "List the source code that was indexed")
    Listed list(TenantId tenant) {
        return new Listed(codebases.list(tenant));
    }

    @DeleteMapping("/codebases/{name}")
    @Requires(Permission.DOCUMENTATION_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a codebase")
    void remove(TenantId tenant, @PathVariable String name) {
        codebases.remove(tenant, name);
    }

    @PostMapping("/search")
    @Operation(summary = "Find passages by name, by words and by meaning")
    Codebases.Hits search(TenantId tenant, @Valid @RequestBody Search search) {
        return codebases.search(
                tenant,
                new Codebases.Search(
                        search.query(),
                        Values.orEmpty(search.codebase()),
                        Values.orEmpty(search.language()),
                        Values.orEmpty(search.kind()),
                        Values.orEmpty(search.path()),
                        search.limit() == null ? DEFAULT_LIMIT : search.limit(),
                        Boolean.TRUE.equals(search.explain()),
                        search.context() == null ? 0 : search.context()));
    }

    @PostMapping("/symbols")
    @HeavyWork
    @Operation(summary = "Read what a file or folder defines, imports and calls")
    Files symbols(TenantId tenant, @Valid @RequestBody Location location) {
        return new Files(codebases.symbols(folders.source(tenant, location.location()), Progress.NONE));
    }

    @PostMapping("/usage")
    @HeavyWork
    @Operation(summary = "Read which symbols of which packages a project uses")
    Codebases.Usage usage(TenantId tenant, @Valid @RequestBody Location location) {
        return codebases.usage(folders.source(tenant, location.location()), Values.orEmpty(location.packageName()), Progress.NONE);
    }

    /**
     * @param location folder, git repository or package; for symbols also a file
     * @param packageName for usage: only this package
     */
    record Location(@NotBlank @Size(max = 2000) String location, @Nullable @Size(max = 300) String packageName) {}

    /**
     * @param query a question, words or a name
     * @param codebase only this codebase
     * @param language only this language
     * @param kind only passages whose first definition is of this kind, such as class or method
     * @param path only files whose path begins like this, {@code *} standing for any characters
     * @param limit most results, 10 when it is not given
     * @param explain whether results say how their score came about
     * @param context most tokens of what helps to understand the results, none when it is not given
     */
    record Search(
            @NotBlank @Size(max = 2000) String query,
            @Nullable @Size(max = 300) String codebase,
            @Nullable @Size(max = 30) String language,
            @Nullable @Size(max = 30) String kind,
            @Nullable @Size(max = 300) String path,
            @Nullable @Min(1) @Max(100) Integer limit,
            @Nullable Boolean explain,
            @Nullable @Min(0) @Max(SearchRequest.MOST_CONTEXT) Integer context) {}

    /** @param codebases by name */
    record Listed(List<Codebases.Summary> codebases) {}

    /** @param files in path order */
    record Files(List<CodeFile> files) {}
}
