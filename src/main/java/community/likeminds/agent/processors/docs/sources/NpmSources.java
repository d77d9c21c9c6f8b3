package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Npm packages, fetched by npm itself so that the user's own registry, proxy and access rules hold. */
final class NpmSources implements SourceOpener {

    private static final String PREFIX = "npm:";
    private static final String STAGE = "Fetching the package";
    private static final Pattern NAME =
            Pattern.compile("((?:@[a-z0-9~][a-z0-9._~-]{0,100}/)?[A-Za-z0-9~][A-Za-z0-9._~-]{0,200})(?:@([0-9A-Za-z.^~<>=*|+_ -]{1,80}))?");

    private final Path cache;
    private final NpmPack npm;

    NpmSources(Path cache, NpmPack npm) {
        this.cache = cache;
        this.npm = npm;
    }

    @Override
    public boolean accepts(String location) {
        return location.startsWith(PREFIX);
    }

    @Override
    public Source open(String location, Progress progress) {
        Matcher wanted = NAME.matcher(location.substring(PREFIX.length()));
        if (!wanted.matches()) {
            throw AgentException.badInput(
                    "source-invalid", "'" + location + "' is not the name of an npm package.", "Write it as npm:name or npm:name@version.");
        }
        String name = wanted.group(1);
        String version = wanted.group(2);
        progress.report(STAGE, 0, 0, name);
        Path packages = cache.resolve("npm").resolve(name.replace('/', '+'));
        if (version != null && version.matches("\\d+\\.\\d+\\.\\d+[\\w.+-]*") && Files.isDirectory(packages.resolve(version))) {
            return source(name, location, version, packages.resolve(version));
        }
        try {
            Files.createDirectories(packages);
            Path unfinished = Files.createTempDirectory(packages, "fetching-");
            try {
                npm.pack(version == null ? name : name + "@" + version, unfinished);
                Path content = unfinished.resolve("content");
                Archives.extract(onlyArchive(unfinished, name), content, NpmSources::wanted);
                String found = version(content, name);
                Path copy = packages.resolve(found);
                if (!Files.isDirectory(copy)) {
                    Files.move(content, copy);
                }
                progress.report(STAGE, 1, 1, name + " " + found);
                return source(name, location, found, copy);
            } finally {
                Folders.delete(unfinished);
            }
        } catch (IOException failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-cache-unwritable",
                    "The package " + name + " cannot be stored in " + packages + ": " + failed.getMessage() + ".",
                    "Make sure that the data folder can be written to and has room, or choose another with --data.",
                    failed);
        }
    }

    private static boolean wanted(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return path.equals("package.json") || PageFiles.isPage(file) || file.endsWith(".d.ts") || file.endsWith(".d.mts");
    }

    private static Path onlyArchive(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow(() -> new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "source-npm-failed",
                    "Npm gave no archive of the package " + name + ".",
                    "Try 'npm pack " + name + "' by hand and see what it says."));
        }
    }

    private static String version(Path content, String name) throws IOException {
        try {
            String version = new ObjectMapper().readTree(Files.readString(content.resolve("package.json"))).path("version").asString("");
            if (version.matches("[\\w.+-]{1,100}") && !version.startsWith(".")) {
                return version;
            }
        } catch (JacksonException broken) {
            throw invalid(name, broken);
        }
        throw invalid(name, null);
    }

    private static AgentException invalid(String name, @Nullable Exception cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT, "source-invalid", "The package " + name + " has no readable package.json.",
                "Name another version of it.", cause);
    }

    private static Source source(String name, String location, String version, Path copy) {
        return new Source(name.substring(name.lastIndexOf('/') + 1), Source.Kind.NPM, location, version, copy, "", "");
    }
}
