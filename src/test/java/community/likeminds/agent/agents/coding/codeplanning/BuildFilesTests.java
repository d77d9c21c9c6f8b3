package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.processors.code.RealCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFilesTests {

    @TempDir
    Path folder;

    private Map<String, String> declared(String name, String version, boolean test) {
        return new GradleBuild(Given.project(folder), Given.files(folder)).declare(name, version, List.of(test ? "testImplementation" : "implementation"), false, List.of());
    }

    @Test
    void aDependencyGoesBehindThoseOfItsKind() {
        new SampleProject(folder).with("build.gradle.kts", "plugins { java }\n\ndependencies {\n\timplementation(\"a:b:1\")\n\ttestImplementation(\"c:d:2\")\n}\n\ntasks.test { }\n");
        assertThat(declared("x:y", "3", false)).containsExactly(Map.entry("build.gradle.kts",
                "plugins { java }\n\ndependencies {\n\timplementation(\"a:b:1\")\n\timplementation(\"x:y:3\")\n\ttestImplementation(\"c:d:2\")\n}\n\ntasks.test { }\n"));
    }

    @Test
    void groovyAndItsLineEndingsStay() {
        new SampleProject(folder).with("build.gradle", "dependencies {\r\n  implementation 'a:b:1'\r\n}\r\n");
        assertThat(declared("x:y", "3", false)).containsExactly(Map.entry("build.gradle", "dependencies {\r\n  implementation 'a:b:1'\r\n  implementation 'x:y:3'\r\n}\r\n"));
    }

    @Test
    void aVersionCatalogIsUsed() {
        new SampleProject(folder).with("build.gradle.kts", "dependencies {\n    implementation(libs.b)\n}\n")
                .with("gradle/libs.versions.toml", "[versions]\nb = \"1\"\n\n[libraries]\nb = { module = \"a:b\", version.ref = \"b\" }");
        assertThat(declared("x:y-core", "3", false)).containsEntry("build.gradle.kts", "dependencies {\n    implementation(libs.b)\n    implementation(libs.y.core)\n}\n")
                .containsEntry("gradle/libs.versions.toml", "[versions]\nb = \"1\"\ny-core = \"3\"\n\n[libraries]\nb = { module = \"a:b\", version.ref = \"b\" }\ny-core = { module = \"x:y-core\", version.ref = \"y-core\" }\n");
    }

    @Test
    void aBillOfMaterialsIsAPlatformAndDecidesVersions() {
        new SampleProject(folder).with("build.gradle.kts", "dependencies {\n    implementation(\"a:b:1\")\n}\n");
        Workspace files = Given.files(folder);
        GradleBuild build = new GradleBuild(Given.project(folder), files);
        build.declare("x:y-bom", "3", List.of("implementation"), true, List.of()).forEach(files::put);
        build.declare("x:y-core", "", List.of("implementation"), false, List.of()).forEach(files::put);
        assertThat(files.text("build.gradle.kts")).isEqualTo(
                "dependencies {\n    implementation(\"a:b:1\")\n    implementation(platform(\"x:y-bom:3\"))\n    implementation(\"x:y-core\")\n}\n");
    }

    @Test
    void aConfigurationIsKeptAndStandsBehindItsLike() {
        new SampleProject(folder).with("build.gradle.kts", """
                dependencies {
                    implementation("a:b:1") {
                        exclude("q")
                    }
                    testImplementation("c:d:2")
                }
                """);
        Workspace files = Given.files(folder);
        new GradleBuild(Given.project(folder), files).declare("x:y", "3", List.of("compileOnly", "annotationProcessor", "testCompileOnly"), false, List.of()).forEach(files::put);
        assertThat(files.text("build.gradle.kts")).isEqualTo("""
                dependencies {
                    implementation("a:b:1") {
                        exclude("q")
                    }
                    compileOnly("x:y:3")
                    annotationProcessor("x:y:3")
                    testImplementation("c:d:2")
                    testCompileOnly("x:y:3")
                }
                """);
    }

    @Test
    void whatTheCatalogHasIsNotEnteredAgain() {
        new SampleProject(folder).with("build.gradle.kts", "dependencies {\n    implementation(libs.b)\n}\n")
                .with("gradle/libs.versions.toml", "[versions]\n\n[libraries]\nb = \"a:b:1\"\nwhy = { group = \"x\", name = \"y-core\", version = \"2\" }\n");
        assertThat(declared("x:y-core", "3", false)).containsExactly(Map.entry("build.gradle.kts", "dependencies {\n    implementation(libs.b)\n    implementation(libs.why)\n}\n"));
    }

    @Test
    void withoutABlockNothingIsGuessed() {
        new SampleProject(folder).with("build.gradle", "apply from: 'other.gradle'\n");
        assertThat(declared("x:y", "3", false)).isEmpty();
    }

    private final List<String> open = new ArrayList<>();

    private Optional<Draft.DraftStep> configured(String page) {
        var parsed = Given.page("a.md", page);
        var block = parsed.blocks().stream().filter(one -> Objects.nonNull(one.code())).findFirst().orElseThrow();
        return new ConfigurationFiles(Given.project(folder), Given.files(folder), RealCode.edits(), new Settings(RealCode.documented(), new Values(Map.of("ACME_DSN", "")), open), false).plan(parsed, block);
    }

    @Test
    void settingsJoinTheApplicationsOwn() {
        new SampleProject(folder).with("pom.xml", "<project><parent><groupId>org.springframework.boot</groupId></parent></project>")
                .with("src/main/resources/application.properties", "server.port=8081\r\nacme.region=eu\r\n");
        var step = configured("# A\n\n```properties\nacme.region=us\nacme.mode=fast\nacme.key=<your key>\n```\n").orElseThrow();
        assertThat(step.texts()).hasEntrySatisfying("src/main/resources/application.properties", text -> assertThat(text)
                .startsWith("server.port=8081\r\nacme.region=eu\r\n").endsWith("\r\nacme.mode=fast\r\nacme.key=${ACME_KEY:}\r\n")
                .doesNotContain("us").doesNotContainPattern("[^\r]\n"));
    }

    @Test
    void yamlOfAGuideIsWrittenAsThePropertiesThatTheProjectHas() {
        new SampleProject(folder).with("pom.xml", "<project><parent><groupId>org.springframework.boot</groupId></parent></project>")
                .with("src/main/resources/application.properties", "server.port=8081\n");
        var step = configured("""
                # A

                ```yaml
                acme:
                  dsn: https://public@acme.example/1 # the project's own
                  client:
                    api-key: "YOUR_API_KEY"
                    hosts:
                      - a.example:80
                      - b.example:80
                    retry: 3
                ```
                """).orElseThrow();
        assertThat(step.texts()).containsEntry("src/main/resources/application.properties", "server.port=8081\n\nacme.dsn=${ACME_DSN:}\nacme.client.api-key=${ACME_CLIENT_API_KEY:}\n"
                + "acme.client.hosts[0]=a.example:80\nacme.client.hosts[1]=b.example:80\nacme.client.retry=3\n");
        assertThat(open).containsExactly("Set ACME_DSN in the environment of the application.", "Set ACME_CLIENT_API_KEY in the environment of the application.");
    }

    @Test
    void yamlThatPropertiesCannotSayIsLeftToThePerson() {
        new SampleProject(folder).with("pom.xml", "<project><parent><groupId>org.springframework.boot</groupId></parent></project>")
                .with("src/main/resources/application.properties", "server.port=8081\n");
        assertThat(configured("# A\n\n```yaml\nacme:\n  rules:\n    - name: one\n      level: 2\n```\n").orElseThrow().state()).isEqualTo(Draft.State.MANUAL);
    }

    @Test
    void settingsShownAsAnExampleAreThePersonsToChoose() {
        new SampleProject(folder).with("pom.xml", "<project><parent><groupId>org.springframework.boot</groupId></parent></project>")
                .with("src/main/resources/application.yml", "server:\n  port: 8081\n");
        assertThat(configured("# A\n\nInstances are configured in `application.yml`. For example:\n\n```yaml\nacme:\n  instances:\n    backendA:\n      size: 3\n```\n").orElseThrow().state())
                .isEqualTo(Draft.State.MANUAL);
    }

    @Test
    void aFileWithOpenPartsIsNotCreated() {
        SampleProject.viteReact(folder);
        assertThat(configured("# A\n\nCreate `acme.json`:\n\n```json\n{ \"key\": \"YOUR_KEY\" }\n```\n")).isEmpty();
        assertThat(configured("# A\n\nCreate `acme.json`:\n\n```json\n{ \"level\": 3 }\n```\n").orElseThrow().texts()).containsEntry("acme.json", "{ \"level\": 3 }\n");
    }
}
