package community.likeminds.agent;

import community.likeminds.agent.cli.output.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A made-up SDK with its documentation, and an app to put it into. */
final class Beacon {

    private Beacon() {}

    static void documentation(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.md"), """
                # Beacon

                Beacon tells who is online. See [the guide for React](react.md).
                """);
        Files.writeString(folder.resolve("react.md"), """
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
    }

    static void app(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("package.json"), """
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
        Files.writeString(folder.resolve("index.html"), """
                <!doctype html>
                <html>
                  <body>
                    <div id="root"></div>
                    <script type="module" src="/src/main.tsx"></script>
                  </body>
                </html>
                """);
        Files.writeString(folder.resolve("src/main.tsx"), """
                import { createRoot } from "react-dom/client";
                import { App } from "./App";

                createRoot(document.getElementById("root")!).render(<App />);
                """);
        Files.writeString(folder.resolve("src/App.tsx"), """
                export function App() {
                  return <main>Hello</main>;
                }
                """);
        Files.writeString(folder.resolve(".gitignore"), ".env\nnode_modules\n");
    }

    /** Texts by path below the project, without those of git. */
    static Map<String, String> files(Path project) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = project.relativize(file).toString();
                if (!path.startsWith(".git/")) {
                    contents.put(path, Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    /** A report without what every run has of its own: ids, times, where it was. */
    static String normalised(JsonNode report, Path work) {
        JsonNode copy = report.deepCopy();
        forget(copy);
        return Json.indented(copy).replace(work.toString(), "WORK").replaceAll("( packages?) in [0-9.]+m?s", "$1");
    }

    private static void forget(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("id", "tookMs", "millis", "plan", "createdAt"));
            object.forEach(Beacon::forget);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Beacon::forget);
        }
    }
}
