package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.cli.bench.ScratchFolder;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;

/** Times the integration of the bundled example without install and build, whose time is npm's. */
final class IntegrationBenchmark {

    /** What a person still calls at once. */
    private static final double LIMIT_MILLIS = 3000;

    private final CodingAgent agent;
    private final Example example;

    IntegrationBenchmark(CodingAgent agent, Example example) {
        this.agent = agent;
        this.example = example;
    }

    List<Figure> figures(Progress progress) {
        try (ScratchFolder folder = new ScratchFolder()) {
            Path project = folder.path().resolve("app");
            example.copyTo(project);
            IntegrationReport report = agent.integrate(
                    TenantId.DEFAULT,
                    new IntegrationRequest(
                            project,
                            List.of(example.docs().toString()),
                            DemoCommand.REQUEST,
                            example.values(),
                            "",
                            true,
                            List.of("install", "build")),
                    progress);
            long millis = List.of("read", "plan", "apply").stream()
                    .mapToLong(phase -> report.tookMs().getOrDefault(phase, 0L))
                    .sum();
            String note = "the bundled example, " + report.steps().size() + " steps, status " + report.status();
            return List.of(new Figure("read + plan + apply", millis, "ms", "limit", LIMIT_MILLIS, note));
        }
    }
}
