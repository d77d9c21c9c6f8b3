package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies are declared for what the guide declares them for: the compiler, its processors, the running program, the tests. */
class ScopeGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String GUIDE = """
            # Carta for the JVM

            ## Installation

            Maven:

            ```xml
            <dependencies>
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta</artifactId>
                    <version>1.6.3</version>
                </dependency>
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta-annotations</artifactId>
                    <version>1.6.3</version>
                    <scope>provided</scope>
                </dependency>
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta-metadata</artifactId>
                    <version>1.6.3</version>
                    <optional>true</optional>
                </dependency>
                <!-- <dependency><groupId>example.carta</groupId><artifactId>carta-legacy</artifactId><version>1</version></dependency> -->
            </dependencies>
            ```

            Gradle:

            ```groovy
            dependencies {
                implementation 'example.carta:carta:1.6.3'
                compileOnly 'example.carta:carta-annotations:1.6.3'
                annotationProcessor 'example.carta:carta-annotations:1.6.3'
                // For Kotlin
                kapt 'example.carta:carta-processor:1.6.3'
                runtimeOnly 'example.carta:carta-driver:1.6.3'
                // implementation 'example.carta:carta-legacy:1'
            }
            ```
            """;

    private static final String MAIN = "package com.acme;\n\npublic class Tool {\n    public static void main(String[] args) {\n    }\n}\n";

    @Test
    void inGradleEveryConfigurationIsTheGuides() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("build.gradle", "plugins {\n    id 'application'\n}\n\ndependencies {\n    implementation 'a:b:1'\n    testImplementation 'c:d:2'\n}\n").with("settings.gradle", "rootProject.name = 'tool'\n")
                .with("src/main/java/com/acme/Tool.java", MAIN), data).page("jvm.md", GUIDE);
        bench.integrateTwiceAndUndo("Add the Carta dependencies.");
        assertThat(bench.project.text("build.gradle")).isEqualTo("""
                plugins {
                    id 'application'
                }

                dependencies {
                    implementation 'a:b:1'
                    implementation 'example.carta:carta:1.6.3'
                    implementation 'example.carta:carta-metadata:1.6.3'
                    compileOnly 'example.carta:carta-annotations:1.6.3'
                    annotationProcessor 'example.carta:carta-annotations:1.6.3'
                    annotationProcessor 'example.carta:carta-processor:1.6.3'
                    runtimeOnly 'example.carta:carta-driver:1.6.3'
                    testImplementation 'c:d:2'
                }
                """);
    }

    @Test
    void inMavenScopesAreTheGuides() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("pom.xml", "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>com.acme</groupId>\n  <artifactId>tool</artifactId>\n  <version>1</version>\n</project>\n")
                .with("src/main/java/com/acme/Tool.java", MAIN), data).page("jvm.md", GUIDE);
        bench.integrateTwiceAndUndo("Add the Carta dependencies.");
        assertThat(bench.project.text("pom.xml")).contains("<artifactId>carta-annotations</artifactId>\n      <version>1.6.3</version>\n      <scope>provided</scope>\n",
                "<artifactId>carta-metadata</artifactId>\n      <version>1.6.3</version>\n      <optional>true</optional>\n", "<artifactId>carta</artifactId>\n      <version>1.6.3</version>\n    </dependency>")
                .doesNotContain("legacy");
    }
}
