package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which commands prove that a project builds.
 *
 * @param commands in their order; empty when there is nothing to run
 * @param missing why nothing can be run, one sentence, or empty
 */
record BuildPlan(List<BuildCommand> commands, String missing) {

    private static final List<String> SCRIPTS =
            List.of("build", "check", "typecheck", "type-check", "check-types", "check:types", "compile", "tsc");
    private static final List<String> TYPE_SCRIPTS =
            List.of("typecheck", "type-check", "check-types", "check:types", "tsc");
    private static final Pattern CHECKS_TYPES =
            Pattern.compile("\\b(tsc|vue-tsc|svelte-check|next build|nuxt build|ng build|astro check|react-scripts build|gatsby build)\\b");

    static BuildPlan of(Project project, Commands commands) {
        return switch (project.ecosystem()) {
            case "npm" -> npm(project, commands);
            case "maven" -> java(project, commands, "mvnw", "mvn", List.of("-q", "-B", "-ntp", "verify"));
            case "gradle" -> java(project, commands, "gradlew", "gradle", List.of("build", "-q", "--console=plain", "--no-daemon"));
            case "go" -> commands.find("go").isPresent()
                    ? run(BuildCommand.of(folder(project), List.of("go", "build", "./...")))
                    : none("Go is not installed here, so the project cannot be built; install it and run 'go build ./...'.");
            default -> none("This product does not know how a project of the kind '" + project.ecosystem()
                    + "' is built; build it by hand.");
        };
    }

    private static BuildPlan npm(Project project, Commands commands) {
        PackageManager manager = new PackageManager(project, commands);
        Path app = manager.app();
        Optional<Manifest> manifest = Manifest.of(app);
        if (manifest.isEmpty()) {
            return none("There is no package.json in " + app + " that says how to build.");
        }
        var program = manager.program();
        if (program.isEmpty()) {
            return none("The package manager '" + manager.name() + "' of this project is not installed here;"
                    + " install it and run the build by hand.");
        }
        Map<String, String> scripts = manifest.get().scripts();
        Optional<String> script = SCRIPTS.stream().filter(scripts::containsKey).findFirst();
        // Create React App takes every warning for an error under CI, which its user's own build does not.
        Map<String, String> environment =
                manifest.get().installed().containsKey("react-scripts") ? Map.of("CI", "false") : Map.of();
        List<BuildCommand> all = new ArrayList<>();
        script.ifPresent(name -> {
            all.add(new BuildCommand(app, script(program.get(), name), environment, false));
            if (name.equals("build") && !CHECKS_TYPES.matcher(scripts.get(name)).find()) {
                typeScript(project, commands, program.get(), scripts).ifPresent(all::add);
            }
        });
        if (all.isEmpty() && Files.exists(app.resolve("tsconfig.json"))) {
            TypeChecker.command(project, commands).ifPresent(check -> all.add(BuildCommand.of(app, check)));
        }
        if (all.isEmpty()) {
            all.addAll(parseOnly(app, manifest.get()));
        }
        return all.isEmpty()
                ? none("The project has no build script, no tsconfig.json and no entry file that could be checked.")
                : new BuildPlan(List.copyOf(all), "");
    }

    private static List<String> script(List<String> program, String name) {
        List<String> arguments = new ArrayList<>(program);
        arguments.add("run");
        arguments.add(name);
        return arguments;
    }

    /** A type check where the build itself leaves types unchecked. */
    private static Optional<BuildCommand> typeScript(
            Project project, Commands commands, List<String> program, Map<String, String> scripts) {
        Path app = folder(project);
        if (!Files.exists(app.resolve("tsconfig.json"))) {
            return Optional.empty();
        }
        Optional<String> script = TYPE_SCRIPTS.stream().filter(scripts::containsKey).findFirst();
        return script.map(name -> new BuildCommand(app, script(program, name), Map.of(), true))
                .or(() -> TypeChecker.command(project, commands).map(check -> new BuildCommand(app, check, Map.of(), true)));
    }

    /** Lets Node.js parse the entries of a project that has nothing to build. */
    private static List<BuildCommand> parseOnly(Path app, Manifest manifest) {
        List<String> entries = new ArrayList<>(manifest.entries());
        entries.addAll(List.of("index.js", "server.js", "app.js", "main.js", "src/index.js", "src/server.js", "src/app.js",
                "src/main.js", "index.mjs", "src/index.mjs", "server.mjs"));
        return entries.stream().distinct().filter(entry -> Files.isRegularFile(app.resolve(entry)))
                .map(entry -> BuildCommand.of(app, List.of("node", "--check", entry)))
                .toList();
    }

    private static BuildPlan java(
            Project project, Commands commands, String wrapper, String program, List<String> arguments) {
        Path folder = project.root();
        Path script = folder.resolve(wrapper);
        List<String> all = new ArrayList<>(arguments);
        if (Files.isExecutable(script) && hasWrapperFiles(folder)) {
            all.addFirst(script.toAbsolutePath().toString());
        } else if (commands.find(program).isPresent()) {
            all.addFirst(program);
        } else {
            return none("Neither a usable ./" + wrapper + " nor " + program + " is there, so the project cannot be built here;"
                    + " install " + program + " and run '" + program + " " + arguments.getLast() + "'.");
        }
        if (!project.app().isEmpty() && program.equals("mvn")) {
            all.addAll(List.of("-pl", project.app(), "-am"));
        }
        return run(BuildCommand.of(folder, all));
    }

    private static boolean hasWrapperFiles(Path folder) {
        for (String place : List.of("gradle/wrapper", ".mvn/wrapper")) {
            try (Stream<Path> files = Files.isDirectory(folder.resolve(place)) ? Files.list(folder.resolve(place)) : Stream.of()) {
                if (files.anyMatch(file -> file.toString().endsWith(".properties"))) {
                    return true;
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return false;
    }

    private static Path folder(Project project) {
        return project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
    }

    private static BuildPlan run(BuildCommand command) {
        return new BuildPlan(List.of(command), "");
    }

    private static BuildPlan none(String sentence) {
        return new BuildPlan(List.of(), sentence);
    }
}
