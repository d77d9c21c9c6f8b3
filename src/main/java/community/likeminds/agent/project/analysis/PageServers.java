package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Preview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How what a project's build left is served: by its framework's own server, or as plain files. */
final class PageServers {

    private static final Duration READY = Duration.ofSeconds(30);

    private final Commands commands;

    PageServers(Commands commands) {
        this.commands = commands;
    }

    /** How a page is served. */
    interface Server {
        Preview start();

        String text();
    }

    Optional<Server> of(Project project) {
        Path app = new ToolPrograms(project, commands).app();
        Optional<String> next = program(project, app, "next");
        if (next.isPresent() && Files.isDirectory(app.resolve(".next"))) {
            return Optional.of(command(project, app, List.of(next.get(), "start", "-H", "127.0.0.1", "-p", "{port}"), "next start"));
        }
        if (Files.isRegularFile(app.resolve(".output/server/index.mjs"))) {
            return Optional.of(command(project, app, List.of("node", ".output/server/index.mjs"), "node .output/server/index.mjs"));
        }
        for (String serve : List.of("react-router-serve", "remix-serve")) {
            Optional<String> program = program(project, app, serve);
            if (program.isPresent() && Files.isRegularFile(app.resolve("build/server/index.js"))) {
                return Optional.of(command(project, app, List.of(program.get(), "build/server/index.js"), serve + " build/server/index.js"));
            }
        }
        Optional<String> astro = program(project, app, "astro");
        if (astro.isPresent() && Files.isDirectory(app.resolve("dist"))) {
            return Optional.of(command(project, app, List.of(astro.get(), "preview", "--host", "127.0.0.1", "--port", "{port}"), "astro preview"));
        }
        Optional<String> vite = program(project, app, "vite");
        if (vite.isPresent() && (Files.isRegularFile(app.resolve("dist/index.html")) || Files.isDirectory(app.resolve(".svelte-kit/output")))) {
            return Optional.of(command(project, app, List.of(vite.get(), "preview", "--host", "127.0.0.1", "--strictPort", "--port", "{port}"), "vite preview"));
        }
        return pages(app).map(PageServers::files);
    }

    /** A folder of the build's output with a page in it; Angular puts it a level or two deeper. */
    private static Optional<Path> pages(Path app) {
        List<Path> candidates = new ArrayList<>();
        for (String output : List.of("dist", "build", "out", "public")) {
            candidates.add(app.resolve(output));
        }
        if (Files.isRegularFile(app.resolve("angular.json")) && Files.isDirectory(app.resolve("dist"))) {
            try (Stream<Path> deeper = Files.walk(app.resolve("dist"), 2)) {
                deeper.filter(Files::isDirectory).sorted().forEach(candidates::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return candidates.stream().filter(folder -> !folder.endsWith("public") || Files.isRegularFile(app.resolve("gatsby-config.js")) || Files.isRegularFile(app.resolve("gatsby-config.ts")))
                .filter(folder -> Files.isRegularFile(folder.resolve("index.html"))).findFirst();
    }

    private static Optional<String> program(Project project, Path app, String name) {
        return Stream.of(app, project.root())
                .map(folder -> folder.resolve("node_modules/.bin").resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private Server command(Project project, Path app, List<String> arguments, String text) {
        return new Server() {
            @Override
            public Preview start() {
                Map<String, String> environment = new java.util.HashMap<>(project.environment());
                environment.put("HOST", "127.0.0.1");
                return commands.preview(new Command(app, arguments, environment, Duration.ofMinutes(5), line -> {}), 0, READY);
            }

            @Override
            public String text() {
                return text;
            }
        };
    }

    private static Server files(Path folder) {
        return new Server() {
            @Override
            public Preview start() {
                return new StaticPreview(folder);
            }

            @Override
            public String text() {
                return "serve " + folder.getFileName();
            }
        };
    }
}
