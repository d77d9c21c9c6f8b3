package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.ReviewTasks;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.TaskView;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checks of documentation. */
@RestController
@RequestMapping("/api/v1/docs")
@Tag(name = "Sources")
@Requires(Permission.DOCUMENTATION_WRITE)
class DocumentationChecksController {

    private final DocumentationReview reviews;
    private final ReviewTasks background;
    private final AllowedFolders folders;

    DocumentationChecksController(DocumentationReview reviews, ReviewTasks background, AllowedFolders folders) {
        this.reviews = reviews;
        this.background = background;
        this.folders = folders;
    }

    @PostMapping("/check")
    @HeavyWork
    @Operation(summary = "Look for mistakes in documentation; ends when it is done")
    Review check(TenantId tenant, @Valid @RequestBody Check check) {
        return reviews.review(request(tenant, check), Progress.NONE);
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Look for mistakes in documentation in the background; the answer names the task to ask for")
    ResponseEntity<TaskView> start(
            TenantId tenant, @Valid @RequestBody Check check, @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        TaskView task = TaskView.of(background.start(tenant, request(tenant, check), key));
        return ResponseEntity.accepted().location(URI.create("/api/v1/tasks/" + task.id())).body(task);
    }

    @GetMapping("/checks/{id}")
    @Operation(summary = "Give what a check in the background found; its id is its task's")
    Review found(TenantId tenant, @PathVariable String id) {
        return background.get(tenant, id);
    }

    private ReviewRequest request(TenantId tenant, Check check) {
        return new ReviewRequest(folders.source(tenant, check.source()), orEmpty(check.only()), orEmpty(check.known()), Boolean.TRUE.equals(check.offline()));
    }

    private static Set<String> orEmpty(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }

    /**
     * @param source folder, file, git repository or {@code npm:} package
     * @param only codes of the kinds to look for; absent for all
     * @param known fingerprints of findings that are not reported again
     * @param offline whether package registries are left alone
     */
    record Check(
            @NotBlank @Size(max = 2000) String source,
            @Nullable @Size(max = 50) Set<@Size(max = 50) String> only,
            @Nullable @Size(max = 100_000) Set<@Size(max = 100) String> known,
            @Nullable Boolean offline) {}
}
