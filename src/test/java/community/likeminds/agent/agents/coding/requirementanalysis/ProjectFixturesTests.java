package community.likeminds.agent.agents.coding.requirementanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.Fact;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small projects as text: {@code --- path} begins a file (with {@code crlf} behind it for such line endings), then {@code === facts}
 * lists what must be found, {@code name = value @ place}, or {@code === error code} what its message must contain.
 */
class ProjectFixturesTests {

    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/projects");

    @TempDir
    Path folder;

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isUnderstood(String name) throws IOException {
        String[] halves = Files.readString(FIXTURES.resolve(name)).split("(?m)^=== ", 2);
        String request = header(halves[0], "request");
        write(halves[0]);
        Path project = folder.resolve(header(halves[0], "path"));
        List<String> expected = halves[1].lines().filter(line -> !line.isBlank()).toList();
        if (expected.getFirst().startsWith("error ")) {
            refused(project, request, expected);
            return;
        }
        ProjectProfile profile = RealUsage.create().add(new ProjectInspector().inspect(project, request));
        SoftAssertions all = new SoftAssertions();
        expected.stream().skip(1).forEach(line -> check(line, profile, all));
        for (Fact fact : profile.facts()) {
            all.assertThat(fact.seen() + fact.why()).as("a fact says where it was seen or why it holds: %s", fact).isNotEmpty();
        }
        all.assertAll();
    }

    private static void refused(Path project, String request, List<String> expected) {
        try {
            ProjectProfile profile = new ProjectInspector().inspect(project, request);
            throw new AssertionError("understood as " + profile);
        } catch (AgentException error) {
            assertThat("error " + error.code()).isEqualTo(expected.getFirst());
            expected.stream().skip(1).forEach(part -> assertThat(error.fact() + " " + error.remedy()).contains(part));
        }
    }

    private static void check(String line, ProjectProfile profile, SoftAssertions all) {
        String[] parts = line.split(" = ", 2);
        String value = parts[1].contains(" @ ") ? parts[1].substring(0, parts[1].lastIndexOf(" @ ")) : parts[1];
        String place = parts[1].contains(" @ ") ? parts[1].substring(parts[1].lastIndexOf(" @ ") + 3) : "";
        String name = parts[0].substring(parts[0].indexOf('.') + 1);
        if (parts[0].startsWith("role.")) {
            all.assertThat(profile.roles()).as(line).containsEntry(name, value);
        } else if (parts[0].startsWith("dependency.")) {
            all.assertThat(profile.dependencies()).as(line).containsEntry(name, value);
        } else if (parts[0].startsWith("use.")) {
            all.assertThat(profile.uses()).as(line)
                    .anySatisfy(use -> assertThat(use.name() + " " + use.stage() + " " + use.seen().get(use.stage())).isEqualTo(name + " " + value + " " + place));
        } else if (parts[0].startsWith("profile.")) {
            all.assertThat(component(profile, name)).as(line).isEqualTo(value);
        } else {
            boolean absent = parts[0].startsWith("!");
            List<Fact> found = profile.facts().stream().filter(fact -> fact.name().equals(absent ? parts[0].substring(1) : parts[0]))
                    .filter(fact -> fact.value().equals(value) && (place.isEmpty() || fact.seen().equals(place))).toList();
            all.assertThat(found.isEmpty()).as("%s, of %s", line, profile.facts().stream().filter(fact -> fact.name().equals(parts[0])).toList()).isEqualTo(absent);
        }
    }

    private static String component(ProjectProfile profile, String name) {
        return switch (name) {
            case "app" -> profile.app();
            case "ecosystem" -> profile.ecosystem();
            case "envPrefix" -> profile.envPrefix();
            case "manifest" -> profile.manifest();
            case "modules" -> profile.modules();
            case "platforms" -> String.join(", ", profile.platforms());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String header(String text, String name) {
        return text.lines().takeWhile(line -> !line.startsWith("---")).filter(line -> line.startsWith(name + ": ")).findFirst()
                .map(line -> line.substring(name.length() + 2)).orElse("");
    }

    private void write(String files) throws IOException {
        List<String> blocks = new ArrayList<>(List.of(files.split("(?m)^--- ")));
        for (String block : blocks.subList(1, blocks.size())) {
            String first = block.lines().findFirst().orElseThrow();
            String text = block.substring(first.length() + 1);
            Path file = folder.resolve(first.replaceFirst(" crlf$", ""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, first.endsWith(" crlf") ? text.replace("\n", "\r\n") : text);
        }
    }
}
