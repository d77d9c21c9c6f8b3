package community.likeminds.agent.cli;

import community.likeminds.agent.cli.terminal.Terminal;
import community.likeminds.agent.fakes.FakeCodebases;
import community.likeminds.agent.fakes.FakeCodingAgent;
import community.likeminds.agent.fakes.FakeDeadLetters;
import community.likeminds.agent.fakes.FakeDocumentationAgent;
import community.likeminds.agent.fakes.FakeDocumentationReview;
import community.likeminds.agent.fakes.FakeIngestionJobs;
import community.likeminds.agent.fakes.FakeReports;
import community.likeminds.agent.fakes.FakeSearchAnalytics;
import community.likeminds.agent.fakes.FakeTasks;
import community.likeminds.agent.fakes.ReadingDocumentProcessor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs command lines in this process on fakes and keeps what they print. */
public final class CommandLineRun {

    public final FakeDocumentationAgent documentation = new FakeDocumentationAgent();
    public final FakeDocumentationReview reviews = new FakeDocumentationReview();
    public final FakeCodebases codebases = new FakeCodebases();
    public final FakeCodingAgent coding = new FakeCodingAgent();
    public final FakeReports reports = new FakeReports();
    public final FakeIngestionJobs jobs = new FakeIngestionJobs();
    private final ReadingDocumentProcessor processor = new ReadingDocumentProcessor();
    public final FakeSearchAnalytics analytics = new FakeSearchAnalytics();

    public final FakeTasks tasks = new FakeTasks();
    public final FakeDeadLetters letters = new FakeDeadLetters();

    private final Map<String, String> environment = new HashMap<>();
    private final List<Object> parts = new ArrayList<>();
    private String typed = "";
    private int starts;
    private int closes;
    private @Nullable Settings settings;
    private String out = "";
    private String err = "";

    /** A person sits at a terminal and types this. */
    public CommandLineRun terminal(String input) {
        environment.put(Terminal.STREAMS_VARIABLE, "012");
        typed = input;
        return this;
    }

    /** Commands get these, which are real, too. */
    public CommandLineRun with(Object... real) {
        parts.addAll(List.of(real));
        return this;
    }

    public int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int status = LikemindsCli.run(
                arguments,
                this::start,
                new Terminal(
                        new StringReader(typed),
                        new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                        new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                        environment));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    public String out() {
        return out;
    }

    public String err() {
        return err;
    }

    /** How often the application was started. */
    public int starts() {
        return starts;
    }

    /** How often it was closed. */
    public int closes() {
        return closes;
    }

    public @Nullable Settings settings() {
        return settings;
    }

    private Services start(Settings wanted) {
        starts++;
        settings = wanted;
        return new Services() {
            @Override
            public <T> T get(Class<T> type) {
                return Stream.concat(parts.stream(), Stream.of(documentation, reviews, codebases, coding, reports, analytics, jobs, tasks, letters, processor))
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no fake of " + type));
            }

            @Override
            public int port() {
                return 8787;
            }

            @Override
            public void close() {
                closes++;
            }
        };
    }
}
