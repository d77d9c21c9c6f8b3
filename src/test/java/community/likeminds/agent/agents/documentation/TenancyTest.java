package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.SearchRequest.Narrowing;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tenants with sources and codebases of the same names and with pages of the same paths and words. */
class TenancyTest {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    Path temporary;

    private final FakeEmbeddings embeddings = new FakeEmbeddings();
    private DocumentationContext context;

    @BeforeEach
    void ingest() throws IOException {
        context = DocumentationContext.start(temporary.resolve("data"), new FakeDocumentProcessor(), embeddings);
        read(ONE, "apple");
        read(OTHER, "pear");
    }

    private void read(TenantId tenant, String fruit) throws IOException {
        Path docs = Files.createDirectories(temporary.resolve(tenant.value()).resolve("fruit-docs"));
        Files.writeString(docs.resolve("open.md"), "# Open a basket\n\nOpen the basket of " + fruit + " with `openBasket`.\n");
        Files.writeString(docs.resolve("same.md"), "# Carry\n\nCarry it home.\n");
        Path code = Files.createDirectories(temporary.resolve(tenant.value()).resolve("fruit-py"));
        Files.writeString(code.resolve("basket.py"), "def openBasket():\n    \"\"\"Opens " + fruit + ".\"\"\"\n    return '" + fruit + "'\n");
        context.agent().ingest(tenant, docs.toString(), Progress.NONE);
        context.get(Codebases.class).index(tenant, code.toString(), Progress.NONE);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void searchesAnswersAndTheirContextStayWithTheTenant() {
        SearchResult found = context.agent().search(ONE, new SearchRequest("open basket pear apple", "", "", 20, Narrowing.NONE, false, 2_000));
        assertThat(found.results()).isNotEmpty().noneMatch(hit -> hit.text().contains("pear"));
        assertThat(found.results().stream().flatMap(hit -> hit.context().stream()))
                .anyMatch(one -> one.text().contains("Opens apple"))
                .noneMatch(one -> one.text().contains("pear"));
        Answer answer = context.agent().ask(OTHER, new AskRequest("How do I open the basket of pear?", "", ""));
        assertThat(answer.answer()).contains("pear").doesNotContain("apple");
        assertThat(context.get(Codebases.class).search(OTHER, new Codebases.Search("openBasket", "", "", 20)).results())
                .singleElement()
                .matches(hit -> hit.text().contains("pear"));
    }

    @Test
    void removingATenantsSourceLeavesTheOthersAlone() {
        context.agent().remove(ONE, "fruit-docs");
        context.get(Codebases.class).remove(ONE, "fruit-py");
        assertThat(context.agent().sources(ONE)).isEmpty();
        assertThat(context.get(Codebases.class).list(ONE)).isEmpty();
        assertThat(context.agent().sources(OTHER)).hasSize(1);
        assertThat(context.agent().search(OTHER, new SearchRequest("open basket", "", "", 5)).results()).isNotEmpty();
        assertThat(context.get(Codebases.class).list(OTHER)).hasSize(1);
        assertThatThrownBy(() -> context.agent().ask(ONE, new AskRequest("open?", "", "")))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("no-documentation"));
    }

    @Test
    void cachedVectorsAndJobsBelongToOneTenant() {
        long carried = embeddings.embedded.stream().filter(text -> text.contains("Carry it home")).count();
        assertThat(carried).describedAs("each tenant pays for its own vectors").isEqualTo(2);
        IngestionJobs jobs = context.get(IngestionJobs.class);
        assertThat(jobs.list(ONE)).hasSize(1);
        String id = jobs.list(ONE).getFirst().id();
        assertThat(jobs.list(OTHER)).noneMatch(job -> job.id().equals(id));
        assertThatThrownBy(() -> jobs.get(OTHER, id)).isInstanceOf(AgentException.class);
    }

    @Test
    void gapsBelongToOneTenant() {
        context.agent().ask(ONE, new AskRequest("Which colour has the moon's far side?", "", ""));
        SearchAnalytics analytics = context.get(SearchAnalytics.class);
        AnalyticsReport mine = analytics.report(ONE, Instant.EPOCH, 5);
        assertThat(mine.gaps()).hasSize(1);
        assertThat(analytics.report(OTHER, Instant.EPOCH, 5).searches()).isZero();
        Answer answer = context.agent().ask(OTHER, new AskRequest("How do I open the basket of pear?", "", ""));
        analytics.used(ONE, answer.id(), List.of(new PageRef("fruit-docs", "same.md")));
        assertThat(analytics.report(OTHER, Instant.EPOCH, 5).pages()).filteredOn(page -> page.page().page().equals("same.md")).allMatch(page -> page.used() == 0);
    }
}
