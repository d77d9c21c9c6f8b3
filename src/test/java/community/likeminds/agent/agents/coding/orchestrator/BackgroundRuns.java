package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.NamedRuns;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ProjectChecks;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.codevalidation.RealLadder;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs in the background over real tasks, with an agent on pages in memory. */
public final class BackgroundRuns implements AutoCloseable {

    final Workbench bench;
    private final @Nullable NamedRuns named;
    private final AnnotationConfigApplicationContext context;

    /** Not annotated as a configuration, or the tests of the whole application would find it. */
    @ComponentScan(lazyInit = true, basePackageClasses = {Tasks.class, SecretEncryption.class})
    static class Wiring {}

    public BackgroundRuns(SampleProject project, Path data) {
        this(project, data, null);
    }

    /** @param named what does the runs instead of the agent, or null */
    BackgroundRuns(SampleProject project, Path data, @Nullable NamedRuns named) {
        this.named = named;
        bench = new Workbench(project, data).page("react.md", SampleProject.GUIDE);
        context = StorageContext.start(
                data,
                List.of(),
                beans -> {
                    // Nothing is worked at before the test wants it.
                    beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
                    beans.registerBean(
                            IntegrationTasks.class,
                            () -> new IntegrationTasks(this.named == null ? bench.agent : this.named, bench.plans, beans.getBean(Tasks.class), beans.getBean(SecretEncryption.class)));
                    beans.registerBean(
                            ProjectCheckTasks.class,
                            () -> new ProjectCheckTasks(
                                    new ProjectInspector(), RealLadder.standing(bench.validator), RealOutput.changeSets(data), beans.getBean(Tasks.class)));
                },
                Wiring.class);
    }

    /** Does what is submitted from now on, as a server does. */
    public BackgroundRuns working() {
        context.getBean("taskWorkers");
        return this;
    }

    public Runs runs() {
        return new TaskRuns(tasks(), bench.plans, context.getBean(SecretEncryption.class));
    }

    public Tasks tasks() {
        return context.getBean(Tasks.class);
    }

    public CodingAgent agent() {
        return bench.agent;
    }

    public Plans plans() {
        return bench.plans;
    }

    ProjectChecks checks() {
        return context.getBean(ProjectChecks.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    Run integrate(TenantId tenant) {
        return runs().integrate(
                tenant,
                new IntegrationRequest(
                        bench.project.root(), List.of("docs"), "Set up Signpost.", Map.of("SIGNPOST_APP_ID", "app-778899"), "", true, List.of()),
                "");
    }

    public Run ended(TenantId tenant, String id) throws InterruptedException {
        Run run = runs().get(tenant, id);
        while (run.endedAt() == null) {
            Thread.sleep(20);
            run = runs().get(tenant, id);
        }
        return run;
    }

    List<String> told(TenantId tenant, String id) {
        return tasks().events(tenant, id, 0, 1_000).stream().map(TaskEvent::type).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
