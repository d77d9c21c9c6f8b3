package community.likeminds.agent.gateway;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Passages and answers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Questions")
class AnswersController {

    private static final int DEFAULT_LIMIT = 10;

    private final DocumentationAgent agent;

    AnswersController(DocumentationAgent agent) {
        this.agent = agent;
    }

    @GetMapping("/search")
    @Operation(summary = "Find passages by words and by meaning")
    SearchResult find(@Valid @ModelAttribute Search search) {
        return search(search);
    }

    @PostMapping("/search")
    @Operation(summary = "Find passages by words and by meaning")
    SearchResult search(@Valid @RequestBody Search search) {
        return agent.search(
                TenantId.DEFAULT,
                new SearchRequest(
                        search.query(),
                        Values.orEmpty(search.platform()),
                        Values.orEmpty(search.source()),
                        search.limit() == null ? DEFAULT_LIMIT : search.limit()));
    }

    @PostMapping("/answers")
    @Operation(summary = "Answer a question with citations, or say that it is not covered")
    Answer ask(@Valid @RequestBody Question question) {
        return agent.ask(
                TenantId.DEFAULT,
                new AskRequest(
                        question.question(), Values.orEmpty(question.platform()), Values.orEmpty(question.source())));
    }

    /**
     * @param query a question or words
     * @param platform only this platform's pages
     * @param source only this source
     * @param limit most results, 10 when it is not given
     */
    record Search(
            @NotBlank @Size(max = 2000) String query,
            @Nullable @Size(max = 100) String platform,
            @Nullable @Size(max = 300) String source,
            @Nullable @Min(1) @Max(100) Integer limit) {}

    /**
     * @param question in a developer's words
     * @param platform only this platform's pages
     * @param source only this source
     */
    record Question(
            @NotBlank @Size(max = 2000) String question,
            @Nullable @Size(max = 100) String platform,
            @Nullable @Size(max = 300) String source) {}
}
