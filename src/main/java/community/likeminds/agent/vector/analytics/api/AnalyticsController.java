package community.likeminds.agent.vector.analytics.api;

import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people search for and what the documentation lacks. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Analytics")
@Requires(Permission.ANALYTICS_READ)
class AnalyticsController {

    private static final int DEFAULT_DAYS = 30;
    private static final int DEFAULT_MOST = 20;

    private final SearchAnalytics analytics;

    AnalyticsController(SearchAnalytics analytics) {
        this.analytics = analytics;
    }

    @GetMapping("/analytics")
    @Operation(summary = "Searches, their latency, the pages they led to, and what was asked and not answered")
    AnalyticsReport report(TenantId tenant, @Valid @ModelAttribute Period period) {
        int days = period.days() == null ? DEFAULT_DAYS : period.days();
        int most = period.most() == null ? DEFAULT_MOST : period.most();
        return analytics.report(tenant, Instant.now().minus(Duration.ofDays(days)), most);
    }

    @DeleteMapping("/analytics")
    @Requires(Permission.ANALYTICS_MANAGE)
    @Operation(summary = "Forget every search; says how many there were")
    Forgotten forget(TenantId tenant) {
        return new Forgotten(analytics.forget(tenant));
    }

    @PostMapping("/searches/{id}/used")
    @Requires(Permission.DOCUMENTATION_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say which pages of a search's or an answer's results were of use")
    void used(TenantId tenant, @PathVariable String id, @Valid @RequestBody Used used) {
        analytics.used(
                tenant,
                id,
                used.pages().stream().map(page -> new PageRef(page.source(), page.page())).toList());
    }

    /**
     * @param days how far back, 30 when it is not given
     * @param most most pages and gaps, 20 when it is not given
     */
    record Period(@Nullable @Min(1) @Max(3650) Integer days, @Nullable @Min(1) @Max(1000) Integer most) {}

    /** @param searches that were forgotten */
    record Forgotten(int searches) {}

    /** @param pages of the results */
    record Used(@NotEmpty @Size(max = 100) List<@Valid Page> pages) {}

    /**
     * @param source name of the source
     * @param page path below its root
     */
    record Page(@NotBlank @Size(max = 400) String source, @NotBlank @Size(max = 2000) String page) {}
}
