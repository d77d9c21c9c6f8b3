package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.AskRequest;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.cli.output.AnswerPrinter;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hidden: walks the usual ways once on the bundled example while the launcher records which classes they load. */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Used by the launcher to record its start-up cache.",
        footer = {"  likeminds warm-up --data /tmp/scratch", "  likeminds warm-up --server --data /tmp/scratch"})
final class WarmUpCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--server", description = "Walk the ways of a server, in one that serves meanwhile.")
    private boolean server;

    WarmUpCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Example example = Example.bundled();
        @Nullable Path docs = example.docs().getParent();
        if (server && docs != null) {
            Services services = session.services(new Settings.Server(0, List.of(docs), "", true));
            ask(URI.create("http://127.0.0.1:" + services.port()));
        }
        session.out().println(RootCommand.whole(session).getUsageMessage());
        DocumentationAgent documentation = session.get(DocumentationAgent.class);
        documentation.ingest(TenantId.DEFAULT, example.docs().toString(), Progress.NONE);
        session.out().println(Json.line(documentation.sources(TenantId.DEFAULT)));
        new AnswerPrinter(session.out(), session.style())
                .print(documentation.ask(TenantId.DEFAULT, new AskRequest("How do I start a session?", "", "")));
        integrate(example);
        return ExitCodes.DONE;
    }

    /** The main job on a copy of the example that is in a repository, without what takes long because of other programs. */
    private void integrate(Example example) throws IOException {
        Path project = Files.createTempDirectory(session.data(), "warm-up").resolve("app");
        example.copyTo(project);
        try (Git git = Git.init().setDirectory(project.toFile()).call()) {
            git.add().addFilepattern(".").call();
        } catch (GitAPIException refused) {
            throw new IOException("The example cannot be put into a repository.", refused);
        }
        List<String> wish = new ArrayList<>(List.of(project.toString(), "--docs", example.docs().toString(), "--request", DemoCommand.REQUEST));
        example.values().forEach((name, value) -> wish.add("--set=" + name + "=" + value));
        walk(List.of("inspect", project.toString()));
        walk(with(wish, "plan"));
        walk(with(wish, "integrate", "--yes", "--allow-dirty", "--no-install", "--no-build"));
        walk(List.of("runs"));
        walk(List.of("undo", project.toString()));
    }

    private static List<String> with(List<String> wish, String command, String... options) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(wish);
        line.addAll(List.of(options));
        return line;
    }

    /** As somebody types it. */
    private void walk(List<String> line) {
        String[] arguments = line.toArray(String[]::new);
        RootCommand.commandLine(session, arguments).execute(arguments);
    }

    /** What a server is asked first: by whoever waits for it, and by whoever looks at it. */
    private static void ask(URI server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (String path : List.of("/actuator/health/readiness", "/api/v1/sources", "/actuator/prometheus", "/api/v1/openapi")) {
                http.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
            }
        }
    }
}
