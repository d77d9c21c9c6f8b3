package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks Maven itself, so that mirrors and credentials of the user's settings hold: resolving the artifact's descriptor leaves
 * the repository's list of versions in the local repository.
 */
final class MavenRegistry implements PackageRegistry {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";

    private final Commands commands;
    private final Path repository;

    MavenRegistry(Commands commands, Path repository) {
        this.commands = commands;
        this.repository = repository;
    }

    @Override
    public Published published(Path folder, String name, String wanted) {
        if (!NAME.matcher(name).matches()) {
            return new Published(name, null, true, Map.of(), "'" + name + "' is not of the form group:artifact.");
        }
        if (!wanted.isEmpty()) {
            return new Published(name, wanted, true, Map.of(),
                    "The documentation names " + name + " " + wanted + "; the build shows whether it exists.");
        }
        if (commands.find("mvn").isEmpty()) {
            return new Published(name, null, false, Map.of(),
                    "Which version of " + name + " is the newest cannot be told, because mvn is not installed here.");
        }
        Result result = commands.run(new Command(folder,
                List.of("mvn", "-q", "-B", "-ntp", "-U", PLUGIN, "-Dartifact=" + name + ":RELEASE:pom", "-Dtransitive=false"),
                Map.of(), LIMIT, line -> {}));
        Optional<String> newest = newest(name);
        if (result.ok() && newest.isPresent()) {
            return new Published(name, newest.get(), true, Map.of(), name + " " + newest.get() + " is published.");
        }
        boolean unreachable = InstallFailure.of(result.output()).kind() == InstallFailure.Kind.NO_NETWORK
                || result.exit() < 0;
        return new Published(name, null, !unreachable, Map.of(), unreachable
                ? "Maven's repositories could not be asked about " + name + "."
                : "No version of " + name + " was found in Maven's repositories: the documentation names an artifact that"
                        + " does not exist there, or that is private.");
    }

    private Optional<String> newest(String name) {
        int colon = name.indexOf(':');
        Path folder = repository.resolve(name.substring(0, colon).replace('.', '/')).resolve(name.substring(colon + 1));
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        Optional<String> other = Optional.empty();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("maven-metadata-.*\\.xml")).toList()) {
                Matcher version = VERSION.matcher(Files.readString(file));
                while (version.find()) {
                    Version.parse(version.group(1)).filter(Version::released).ifPresent(versions::add);
                    other = Optional.of(version.group(1));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Optional<String> newest = versions.stream().max(Version::compareTo).map(Version::toString);
        return newest.isPresent() ? newest : other;
    }
}
