package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.services.AgentProcess;
import community.likeminds.agent.services.Infrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The main job over REST: every role in a process of its own on real servers, and again in one process on embedded stores, with the same result. */
class RolesApartTests {

    private static final List<String> PROCESSES =
            List.of("gateway", "documentation-agent", "coding-agent", "processors", "vectors", "project");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void theSameJobHasTheSameResult() throws Exception {
        JobResult together = oneProcess(folder.resolve("together"));
        JobResult apart = everyRoleApart(folder.resolve("apart"));
        assertThat(apart.report).isEqualTo(together.report);
        assertThat(apart.answer).isEqualTo(together.answer);
        assertThat(apart.changed).isEqualTo(together.changed).isNotEmpty();
    }

    /**
     * @param answer to the question
     * @param report without what differs from run to run
     * @param changed content of the files that the run changed, by path
     */
    private record JobResult(String answer, String report, Map<String, String> changed) {}

    private JobResult oneProcess(Path home) throws Exception {
        Path work = work(home);
        try (AgentProcess process = new AgentProcess("all", home.resolve("all"), work, Map.of("LIKEMINDS_AUTH_MODE", "local"))) {
            process.awaitReady();
            return job(process.address(), work);
        }
    }

    private JobResult everyRoleApart(Path home) throws Exception {
        Path work = work(home);
        List<AgentProcess> processes = new ArrayList<>();
        try (Infrastructure servers = new Infrastructure()) {
            try {
                for (String roles : PROCESSES) {
                    processes.add(new AgentProcess(roles, home.resolve(roles), work, servers.settings()));
                }
                AgentProcess.awaitReady(processes);
                return job(processes.getFirst().address(), work);
            } catch (Exception | AssertionError failure) {
                for (AgentProcess process : processes) {
                    System.out.println("--- " + process.roles() + "\n" + process.log());
                }
                throw failure;
            } finally {
                for (AgentProcess process : processes) {
                    process.close();
                }
            }
        }
    }

    private JobResult job(URI gateway, Path work) throws Exception {
        Path project = work.resolve("app");
        Map<String, String> before = files(project);
        post(gateway, "/api/v1/ingestions", Map.of("source", work.resolve("docs").toString()));
        String answer = post(gateway, "/api/v1/answers", Map.of("question", "How do I start the beacon?")).path("answer").stringValue();
        JsonNode plan = post(
                gateway,
                "/api/v1/plans",
                Map.of("project", project.toString(), "request", "Add the beacon to this app", "skip", List.of("install", "build")));
        JsonNode report = post(
                gateway,
                "/api/v1/plans/" + plan.path("id").stringValue() + "/apply",
                Map.of("values", Map.of("BEACON_KEY", "k-123"), "skip", List.of("install", "build")));
        Map<String, String> after = files(project);
        Map<String, String> changed = new TreeMap<>(after);
        changed.entrySet().removeAll(before.entrySet());
        post(gateway, "/api/v1/projects/undo", Map.of("project", project.toString()));
        assertThat(files(project)).isEqualTo(before);
        return new JobResult(answer, normalised(report, work), changed);
    }

    private JsonNode post(URI gateway, String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(Duration.ofMinutes(4))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return Json.read(answer.body());
    }

    private static String normalised(JsonNode report, Path work) {
        JsonNode copy = report.deepCopy();
        forget(copy);
        return Json.indented(copy).replace(work.toString(), "WORK");
    }

    /** Takes out what every run has of its own: ids, times. */
    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "tookMs", "millis", "plan", "createdAt"));
            object.forEach(RolesApartTests::forget);
        } else if (node instanceof ArrayNode array) {
            array.forEach(RolesApartTests::forget);
        }
    }

    private static Map<String, String> files(Path project) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(project.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    /** A made-up SDK and an app to put it into. */
    private static Path work(Path home) throws IOException {
        Path work = Files.createDirectories(home.resolve("work"));
        Files.createDirectories(work.resolve("docs"));
        Files.createDirectories(work.resolve("app/src"));
        Files.writeString(work.resolve("docs/index.md"), """
                # Beacon

                Beacon tells who is online. See [the guide for React](react.md).
                """);
        Files.writeString(work.resolve("docs/react.md"), """
                # Add the beacon to a React app

                How a React app made with Vite shows who is online.

                ## Step 1: Install

                ```bash
                npm install left-pad
                ```

                ## Step 2: Set the key

                ```bash title=".env"
                VITE_BEACON_KEY=YOUR_BEACON_KEY
                ```

                ## Step 3: Start the beacon

                The beacon is started once, before the app is rendered.

                ```ts title="src/beacon.ts"
                import leftPad from "left-pad";

                export const beacon = { key: leftPad(import.meta.env.VITE_BEACON_KEY, 8) };
                ```

                ```tsx title="src/main.tsx"
                import "./beacon";
                ```
                """);
        Files.writeString(work.resolve("app/package.json"), """
                {
                  "name": "app",
                  "private": true,
                  "type": "module",
                  "dependencies": {
                    "react": "^19.0.0",
                    "react-dom": "^19.0.0"
                  },
                  "devDependencies": {
                    "typescript": "^5.0.0",
                    "vite": "^7.0.0"
                  }
                }
                """);
        Files.writeString(work.resolve("app/index.html"), """
                <!doctype html>
                <html>
                  <body>
                    <div id="root"></div>
                    <script type="module" src="/src/main.tsx"></script>
                  </body>
                </html>
                """);
        Files.writeString(work.resolve("app/src/main.tsx"), """
                import { createRoot } from "react-dom/client";
                import { App } from "./App";

                createRoot(document.getElementById("root")!).render(<App />);
                """);
        Files.writeString(work.resolve("app/src/App.tsx"), """
                export function App() {
                  return <main>Hello</main>;
                }
                """);
        Files.writeString(work.resolve("app/.gitignore"), ".env\nnode_modules\n");
        return work;
    }
}
