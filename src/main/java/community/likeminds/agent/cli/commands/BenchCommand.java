package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.documentation.Benchmarks;
import community.likeminds.agent.agents.documentation.Benchmarks.BenchRequest;
import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.agents.documentation.CodeBenchmarks;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.bench.GatewayBenchmark;
import community.likeminds.agent.cli.bench.StartBenchmark;
import community.likeminds.agent.cli.output.FigurePrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.infrastructure.messaging.MessagingBenchmarks;
import community.likeminds.agent.infrastructure.remote.RemoteBenchmarks;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.VectorBenchmarks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures this installation on this machine. */
@Command(
        name = "bench",
        description = {
            "Measure this installation on this machine, each figure beside its peer or limit:",
            "ingestion, search, plan and apply, start-up, memory."
        },
        footer = {
            "  likeminds bench",
            "  likeminds bench --docs ./sdk-docs --pages 200 --json",
            "  likeminds bench --docs ./sdk-docs --questions questions.jsonl     (retrieval quality, too)",
            "  likeminds bench --docs ./sdk-docs --self-made     (search beside words alone and vectors alone)",
            "  likeminds bench --jdk --methods 3000     (only how well code is found, in the JDK's own sources)",
            "  likeminds bench --edits     (only how fast documented code is merged into files, half a minute)",
            "  likeminds bench --start     (only how fast a server is ready and how much memory it takes, two minutes)",
            "  likeminds bench --remote     (only vectors between processes: gRPC, HTTP, none)",
            "  likeminds bench --gateway     (only what the gateway costs and holds, on servers of dev/services, five minutes)",
            "  likeminds bench --messaging 20000 --broker amqp://guest:guest@127.0.0.1:5672     (queues alone)",
            "  likeminds bench --vectors 100000 --chroma http://127.0.0.1:8000     (vector search alone, minutes)"
        })
final class BenchCommand implements Callable<Integer> {

    /** The JVM gives memory back within it. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int REMOTE_CALLS = 300;
    private static final Duration ROUND = Duration.ofSeconds(10);
    /** Two comments come within it. */
    private static final Duration HELD = Duration.ofSeconds(40);

    private final CommandSession session;

    @Option(names = "--docs", paramLabel = "SOURCE", description = "Documentation (default: the bundled example's).")
    private String docs = "";

    @Option(names = "--pages", paramLabel = "N", defaultValue = "100", description = "Most pages (default: 100).")
    private int pages;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            defaultValue = "",
            description = "JSONL of questions with the pages that answer them, to measure retrieval quality.")
    private String questions = "";

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many search at the same time (default: 8).")
    private int callers;

    @Option(
            names = "--self-made",
            paramLabel = "N",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "100",
            description = {
                "Compare search with its parts on questions made of the documentation itself,",
                "at most N of a kind (default when given: 100)."
            })
    private int selfMade;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Starts to measure (default: 5).")
    private int runs;

    @Option(names = "--jdk", description = "Measure only how well methods of the JDK's own sources are found.")
    private boolean jdk;

    @Option(names = "--methods", paramLabel = "N", defaultValue = "20000", description = "Most methods for --jdk (default: 20000).")
    private int methods;

    @Option(names = "--queries", paramLabel = "N", defaultValue = "2000", description = "Most questions for --jdk (default: 2000).")
    private int queries;

    @Option(
            names = "--vectors",
            paramLabel = "N",
            defaultValue = "0",
            description = "Measure vector search alone, on N made-up vectors; takes minutes.")
    private int vectors;

    @Option(
            names = "--chroma",
            paramLabel = "URL",
            defaultValue = "",
            description = "With --vectors: a Chroma server to compare with, which gets the same vectors.")
    private String chroma = "";

    @Option(
            names = "--messaging",
            paramLabel = "N",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "20000",
            description = "Measure only queues, with N messages (default when given: 20000), beside plain inserts.")
    private int messaging;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            defaultValue = "",
            description = "With --messaging: a RabbitMQ server (amqp://user:password@host:port), to measure queues on it beside its own client.")
    private String broker = "";

    @Option(names = "--remote", description = "Measure only what calls between processes cost that carry vectors.")
    private boolean remote;

    @Option(names = "--edits", description = "Measure only how fast documented code is merged into files of many languages.")
    private boolean edits;

    @Option(names = "--start", description = "Measure only how fast a server with all roles is ready, and its memory.")
    private boolean start;

    @Option(names = "--gateway", description = "Measure only the gateway, with roles in processes of their own.")
    private boolean gateway;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    BenchCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Figure> figures = figures();
        if (json) {
            session.out().println(Json.line(Map.of("figures", FigurePrinter.toJson(figures))));
        } else {
            new FigurePrinter(session.out(), session.style()).print(figures);
        }
        return ExitCodes.DONE;
    }

    private List<Figure> figures() throws InterruptedException {
        if (jdk) {
            return code();
        }
        if (edits) {
            return editFigures();
        }
        if (start) {
            return startFigures();
        }
        if (remote) {
            return remoteFigures();
        }
        if (gateway) {
            return gatewayFigures();
        }
        if (messaging > 0) {
            return messagingFigures();
        }
        return vectors > 0 ? vectorFigures() : everything();
    }

    private List<Figure> startFigures() throws InterruptedException {
        try (ProgressLine progress = session.progress()) {
            return new StartBenchmark(List.of(StartUpBenchmark.launcher().toString()), runs, IDLE).figures(progress);
        }
    }

    private List<Figure> gatewayFigures() throws InterruptedException {
        Path launcher = StartUpBenchmark.launcher();
        Path home = launcher.toAbsolutePath().getParent();
        try (ProgressLine progress = session.progress()) {
            return new GatewayBenchmark(List.of(launcher.toString()), home == null ? launcher : home, ROUND, HELD).figures(progress);
        }
    }

    private List<Figure> code() {
        CodeBenchmarks benchmarks = session.get(CodeBenchmarks.class);
        try (ProgressLine progress = session.progress()) {
            return benchmarks.jdk(methods, queries, progress);
        }
    }

    private List<Figure> editFigures() {
        try (ProgressLine progress = session.progress()) {
            return EditBenchmark.figures(progress);
        }
    }

    private List<Figure> everything() throws InterruptedException {
        Example example = Example.bundled();
        String location = docs.isEmpty() ? example.docs().toString() : docs;
        List<Figure> figures = new ArrayList<>();
        try (ProgressLine progress = session.progress()) {
            progress.report("Starting", 0, 0, "");
            figures.addAll(new StartUpBenchmark(runs).figures());
            figures.addAll(session.get(Benchmarks.class)
                    .run(
                            TenantId.DEFAULT,
                            new BenchRequest(
                                    location, Math.max(1, pages), questions, Math.max(1, callers), Math.max(0, selfMade)),
                            progress));
            figures.addAll(new IntegrationBenchmark(session.get(CodingAgent.class), example).figures(progress));
            figures.addAll(MemoryBenchmark.figures());
        }
        return figures;
    }

    private List<Figure> remoteFigures() {
        try (ProgressLine progress = session.progress()) {
            return session.get(RemoteBenchmarks.class).run(REMOTE_CALLS, progress).stream()
                    .flatMap(one -> Stream.of(
                            new Figure(one.name() + ", gRPC", one.grpc(), one.unit(), "HTTP", one.http(), one.note()),
                            new Figure(one.name() + ", gRPC", one.grpc(), one.unit(), "without leaving the process", one.local(), one.note())))
                    .toList();
        }
    }

    private List<Figure> messagingFigures() {
        try (ProgressLine progress = session.progress()) {
            return session.get(MessagingBenchmarks.class).run(new MessagingBenchmarks.Request(messaging, broker), progress).stream()
                    .map(one -> new Figure(one.name(), one.value(), one.unit(), one.peerName(), one.peerValue(), one.note()))
                    .toList();
        }
    }

    private List<Figure> vectorFigures() {
        try (ProgressLine progress = session.progress()) {
            progress.report("Starting", 0, 0, "");
            return session
                    .get(VectorBenchmarks.class)
                    .run(new VectorBenchmarks.Request(vectors, chroma), progress)
                    .stream()
                    .map(one -> new Figure(
                            one.name(), one.value(), one.unit(), one.peerName(), one.peerValue(), one.note()))
                    .toList();
        }
    }
}
