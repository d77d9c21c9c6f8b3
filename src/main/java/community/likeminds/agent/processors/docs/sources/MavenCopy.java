package community.likeminds.agent.processors.docs.sources;

import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs Maven to fetch a published artifact's jar, so that the user's own repositories, mirrors and passwords hold; nothing of it is run. */
class MavenCopy {

    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
    private static final List<String> UNREACHABLE =
            List.of("Unknown host", "Connection refused", "Connect timed out", "connect timed out", "offline mode", "Network is unreachable", "UnknownHostException");

    private static final Pattern VERSION = Pattern.compile("<version>([A-Za-z0-9][\\w.+-]{0,80})</version>");
    private static final Pattern PREVIEW = Pattern.compile("(?i).*[-.](?:alpha|beta|rc|m|cr|pre|preview|snapshot|ea)[-.]?\\d*.*");

    private final Programs programs;
    private final Path repository;

    MavenCopy(Programs programs) {
        this(programs, Path.of(System.getProperty("user.home"), ".m2", "repository"));
    }

    MavenCopy(Programs programs, Path repository) {
        this.programs = programs;
        this.repository = repository;
    }

    /** Releases that Maven's own copy of the repository's list names, the newest first; none when Maven keeps its copies elsewhere. */
    List<String> known(String artifact) throws IOException {
        Path folder = repository.resolve(artifact.replace('.', '/').replaceFirst(":.*", "")).resolve(artifact.substring(artifact.indexOf(':') + 1));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Set<String> versions = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> String.valueOf(one.getFileName()).matches("maven-metadata-.*\\.xml")).sorted().toList()) {
                Matcher matcher = VERSION.matcher(Files.readString(file));
                while (matcher.find()) {
                    versions.add(matcher.group(1));
                }
            }
        }
        return versions.stream().filter(one -> !PREVIEW.matcher(one).matches()).toList().reversed();
    }

    /**
     * @param artifact {@code group:artifact}
     * @param version or {@code RELEASE} for the newest one
     * @param classifier {@code javadoc} or {@code sources}
     * @param folder that the jar is put into
     * @return the jar, or nothing when the artifact has none of this classifier
     */
    Optional<Path> copy(String artifact, String version, String classifier, Path folder) throws IOException {
        Path program = programs.find("mvn").orElseThrow(() -> new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "maven-missing",
                "The artifact " + artifact + " cannot be fetched because Maven (mvn) is not on the path.",
                "Install Maven, or name a folder or archive with the documentation."));
        Files.createDirectories(folder);
        Programs.Result result = programs.run(program, List.of("-q", "-B", GOAL, "-Dartifact=" + artifact + ":" + version + ":jar:" + classifier,
                "-DoutputDirectory=" + folder.toAbsolutePath(), "-Dmdep.useBaseVersion=true"), folder);
        if (result.exit() == 0) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith("-" + classifier + ".jar")).findFirst();
            }
        }
        String output = result.output();
        if (result.exit() < 0) {
            throw failed("source-unreachable", artifact, "it took longer than three minutes");
        }
        if (UNREACHABLE.stream().anyMatch(output::contains)) {
            throw failed("source-unreachable", artifact, "the repository cannot be reached");
        }
        if (output.contains("Could not find artifact") || output.contains("was not found in") || output.contains("Failed to resolve version")
                || output.contains("Unable to find artifact") || output.contains("No versions available")) {
            return Optional.empty();
        }
        String first = output.lines().filter(line -> line.contains("ERROR")).findFirst().orElse("it ended with status " + result.exit())
                .replaceFirst("^\\[ERROR]\\s*", "").replaceFirst(" -> \\[Help.*$", "").replaceFirst("\\.$", "");
        throw failed("source-maven-failed", artifact, first.length() > 300 ? first.substring(0, 300) + "…" : first);
    }

    private static AgentException failed(String code, String artifact, String why) {
        return new AgentException(AgentException.Kind.UNAVAILABLE, code, "Maven could not fetch " + artifact + ": " + why + ".",
                "Check the network and Maven's settings, or name a folder or archive with the documentation.");
    }
}
