package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.DocumentationReview;
import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.shared.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks of documentation. */
@RestController
@RequestMapping("/api/v1/docs")
@Tag(name = "Sources")
class DocumentationChecksController {

    private final DocumentationReview reviews;
    private final AllowedFolders folders;

    DocumentationChecksController(DocumentationReview reviews, AllowedFolders folders) {
        this.reviews = reviews;
        this.folders = folders;
    }

    @PostMapping("/check")
    @HeavyWork
    @Operation(summary = "Look for mistakes in documentation; ends when it is done")
    Review check(@Valid @RequestBody Check check) {
        ReviewRequest request = new ReviewRequest(folders.source(check.source()), orEmpty(check.only()), orEmpty(check.known()),
                Boolean.TRUE.equals(check.offline()));
        return reviews.review(request, Progress.NONE);
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
