package community.likeminds.agent.processors.docs.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenSourcesTest {

    @TempDir
    Path folder;

    /** Stands in for Maven: has the jars that a test says, or fails as Maven would. */
    private static final class ScriptedMaven extends Programs {
        private final Map<String, Map<String, String>> jars = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private String failure = "Could not find artifact";

        @Override
        Optional<Path> find(String program) {
            return Optional.of(Path.of(program));
        }

        @Override
        Result run(Path program, List<String> arguments, Path folder) throws IOException {
            String artifact = arguments.stream().filter(one -> one.startsWith("-Dartifact=")).findFirst().orElseThrow();
            asked.add(artifact);
            String classifier = artifact.substring(artifact.lastIndexOf(':') + 1);
            if (!jars.containsKey(classifier)) {
                return new Result(1, "[ERROR] Unable to resolve: " + failure + " -> [Help 1]");
            }
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("orbit-core-1.2.0-" + classifier + ".jar")))) {
                for (Map.Entry<String, String> file : jars.get(classifier).entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return new Result(0, "");
        }
    }

    private final ScriptedMaven maven = new ScriptedMaven();

    private Source open(String location) {
        return new Sources(folder.resolve("cache"), List.of(), maven).open(location, Progress.NONE);
    }

    @Test
    void readsTheJavadoc() {
        maven.jars.put("javadoc", Map.of("com/acme/Client.html", "<main><h1>Class Client</h1><p>Talks.</p></main>", "com/acme/class-use/Client.html", "<h1>Uses</h1>",
                "index-all.html", "<h1>Index</h1>", "legal/jquery.md", "# License", "com/acme/package-summary.html", "<h1>Package com.acme</h1>"));
        Source source = open("maven:com.acme:orbit-core");
        assertThat(source.kind()).isEqualTo(Source.Kind.MAVEN);
        assertThat(source.name()).isEqualTo("orbit-core");
        assertThat(source.version()).isEqualTo("1.2.0");
        assertThat(new PageReader(1).read(source, Progress.NONE).pages()).extracting(Page::title)
                .containsExactlyInAnyOrder("Class Client", "Package com.acme");
        assertThat(open("maven:com.acme:orbit-core:1.2.0").root()).isEqualTo(source.root());
        assertThat(maven.asked).containsExactly("-Dartifact=com.acme:orbit-core:RELEASE:jar:javadoc", "-Dartifact=com.acme:orbit-core:1.2.0:jar:sources");
    }

    @Test
    void readsOfTheSourcesWhatTheJavadocDoesNotSpeakOf() {
        maven.jars.put("javadoc", Map.of("com/acme/Client.html", "<main><h1>Class Client</h1><p>Talks.</p></main>",
                "orbit.core/com/acme/Room.html", "<main><h1>Class Room</h1><p>Holds people.</p></main>"));
        maven.jars.put("sources", Map.of("com/acme/Client.java", "/** Talks. */\npublic class Client {}\n", "com/acme/Room.java", "/** Holds people. */\npublic class Room {}\n",
                "com/acme/Extensions.kt", "/** Sends at once. */\nfun Client.sendNow() {}\n", "guide.md", "# How to begin\n\nMake a client.\n"));
        List<Page> pages = new PageReader(1).read(open("maven:com.acme:orbit-core"), Progress.NONE).pages();
        assertThat(pages).extracting(Page::path)
                .containsExactlyInAnyOrder("com/acme/Client.html", "orbit.core/com/acme/Room.html", "com/acme/Extensions.kt", "guide.md");
    }

    @Test
    void readsTheSourcesWhereThereIsNoJavadoc() {
        maven.jars.put("sources", Map.of("com/acme/Client.java", "/** Talks. */\npublic class Client {}\n", "com/acme/X.java", "class X {}", "README.md", "# Orbit"));
        List<Page> pages = new PageReader(1).read(open("maven:com.acme:orbit-core:1.2.0"), Progress.NONE).pages();
        assertThat(pages).extracting(Page::path).containsExactly("README.md", "com/acme/Client.java");
    }

    @Test
    void knowsEarlierReleases() throws IOException {
        Path lists = Files.createDirectories(folder.resolve("m2/com/acme/orbit-core"));
        Files.writeString(lists.resolve("maven-metadata-central.xml"), "<metadata><versioning><release>1.2.0</release><versions><version>1.0.0</version>"
                + "<version>1.1.0</version><version>1.2.0-rc1</version><version>1.2.0</version></versions></versioning></metadata>");
        MavenCopy copy = new MavenCopy(maven, folder.resolve("m2"));
        assertThat(copy.known("com.acme:orbit-core")).containsExactly("1.2.0", "1.1.0", "1.0.0");
        assertThat(copy.known("com.acme:other")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertCode("maven:com.acme:orbit-core", "source-not-found");
        assertCode("maven:com.acme", "source-invalid");
        assertCode("maven:com.acme:orbit-core:1.0 -Dx=y", "source-invalid");
        assertCode("maven:-Dx:y", "source-invalid");
        maven.failure = "Unknown host repo.example";
        assertCode("maven:com.acme:orbit-core", "source-unreachable");
        maven.failure = "something odd";
        assertCode("maven:com.acme:orbit-core", "source-maven-failed");
        assertCode("mvn:com.acme:orbit-core", "source-invalid");
        assertThat(folder.resolve("cache/maven/com.acme+orbit-core")).isEmptyDirectory();
    }

    private void assertCode(String location, String code) {
        assertThatThrownBy(() -> open(location)).isInstanceOfSatisfying(AgentException.class, failed -> {
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.fact()).endsWith(".");
            assertThat(failed.remedy()).endsWith(".");
        });
    }
}
