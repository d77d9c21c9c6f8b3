package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.SearchRequest;
import community.likeminds.agent.agents.documentation.SearchRequest.Narrowing;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
@Requires(Permission.DOCUMENTATION_READ)
class AnswersController {

    private static final int DEFAULT_LIMIT = 10;
    private static final String KIND = "|guide|reference|concept|faq|other";
    private static final String KIND_MESSAGE = "must be guide, reference, concept, faq or other";

    private final DocumentationAgent agent;

    AnswersController(DocumentationAgent agent) {
        this.agent = agent;
    }

    @GetMapping("/search")
    @Operation(summary = "Find passages by words and by meaning")
    SearchResult find(TenantId tenant, @Valid @ModelAttribute Search search) {
        return search(tenant, search);
    }

    @PostMapping("/search")
    @Operation(summary = "Find passages by words and by meaning")
    SearchResult search(TenantId tenant, @Valid @RequestBody Search search) {
        return agent.search(
                tenant,
                new SearchRequest(
                        search.query(),
                        Values.orEmpty(search.platform()),
                        Values.orEmpty(search.source()),
                        search.limit() == null ? DEFAULT_LIMIT : search.limit(),
                        narrowing(search.language(), search.version(), search.kind()),
                        Boolean.TRUE.equals(search.explain()),
                        search.context() == null ? 0 : search.context(),
                        search.page() == null ? 1 : search.page()));
    }

    @PostMapping("/answers")
    @HeavyWork
    @Operation(summary = "Answer a question with citations, or say that it is not covered")
    Answer ask(TenantId tenant, @Valid @RequestBody Question question) {
        return agent.ask(
                tenant,
                new AskRequest(
                        question.question(),
                        Values.orEmpty(question.platform()),
                        Values.orEmpty(question.source()),
                        narrowing(question.language(), question.version(), question.kind()),
                        Boolean.TRUE.equals(question.explain()),
                        question.context() == null ? AskRequest.USUAL_CONTEXT : question.context()));
    }

    private static Narrowing narrowing(@Nullable String language, @Nullable String version, @Nullable String kind) {
        return new Narrowing(Values.orEmpty(language), Values.orEmpty(version), Values.orEmpty(kind));
    }

    /**
     * @param query a question or words
     * @param platform only this platform's pages
     * @param source only this source
     * @param language only pages whose code is in this language
     * @param version only pages for this version of the SDK
     * @param kind only pages of this kind
     * @param limit most results, 10 when it is not given
     * @param page which part of the results, from 1; the first 500 results can be seen
     * @param explain whether results say how their score came about
     * @param context most tokens of passages that help to understand the results, none when it is not given
     */
    record Search(
            @NotBlank @Size(max = 2000) String query,
            @Nullable @Size(max = 100) String platform,
            @Nullable @Size(max = 300) String source,
            @Nullable @Size(max = 50) String language,
            @Nullable @Size(max = 100) String version,
            @Nullable @Pattern(regexp = KIND, message = KIND_MESSAGE) String kind,
            @Nullable @Min(1) @Max(100) Integer limit,
            @Nullable @Min(1) @Max(500) Integer page,
            @Nullable Boolean explain,
            @Nullable @Min(0) @Max(SearchRequest.MOST_CONTEXT) Integer context) {}

    /**
     * @param question in a developer's words
     * @param platform only this platform's pages
     * @param source only this source
     * @param language only pages whose code is in this language
     * @param version only pages for this version of the SDK
     * @param kind only pages of this kind
     * @param explain whether the answer names the passages that were considered, and how their scores came about
     * @param context most tokens of passages that help to understand the quoted ones, 800 when it is not given
     */
    record Question(
            @NotBlank @Size(max = 2000) String question,
            @Nullable @Size(max = 100) String platform,
            @Nullable @Size(max = 300) String source,
            @Nullable @Size(max = 50) String language,
            @Nullable @Size(max = 100) String version,
            @Nullable @Pattern(regexp = KIND, message = KIND_MESSAGE) String kind,
            @Nullable Boolean explain,
            @Nullable @Min(0) @Max(SearchRequest.MOST_CONTEXT) Integer context) {}
}
