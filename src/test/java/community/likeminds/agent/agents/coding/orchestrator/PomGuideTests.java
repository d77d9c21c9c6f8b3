package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guide says of a dependency beyond its coordinates: what it must not bring along, which processors run, who decides its version. */
class PomGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String MAIN = "package com.acme;\n\npublic class Tool {\n    public static void main(String[] args) {\n    }\n}\n";

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.acme</groupId>
              <artifactId>tool</artifactId>
              <version>1</version>
            </project>
            """;

    private static final String EXCLUSIONS = """
            # Carta

            ## Installation with Maven

            ```xml
            <dependency>
                <groupId>example.carta</groupId>
                <artifactId>carta-http</artifactId>
                <version>2.1.0</version>
                <exclusions>
                    <exclusion>
                        <groupId>commons-logging</groupId>
                        <artifactId>commons-logging</artifactId>
                    </exclusion>
                </exclusions>
            </dependency>
            ```

            ## Installation with Gradle

            ```groovy
            implementation('example.carta:carta-http:2.1.0') {
                exclude group: 'commons-logging', module: 'commons-logging'
            }
            ```
            """;

    private static final String PROCESSOR = """
            # Carta mappers

            ## Installation

            ```xml
            <dependency>
                <groupId>example.carta</groupId>
                <artifactId>carta</artifactId>
                <version>1.6.3</version>
            </dependency>
            ```

            The mappers are written by a processor:

            ```xml
            <build>
              <plugins>
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.14.0</version>
                  <configuration>
                    <source>17</source>
                    <annotationProcessorPaths>
                      <path>
                        <groupId>example.carta</groupId>
                        <artifactId>carta-processor</artifactId>
                        <version>1.6.3</version>
                      </path>
                    </annotationProcessorPaths>
                  </configuration>
                </plugin>
              </plugins>
            </build>
            ```
            """;

    private Workbench maven(String pom, String page) {
        return new Workbench(new SampleProject(folder).with("pom.xml", pom).with("src/main/java/com/acme/Tool.java", MAIN), data).page("jvm.md", page);
    }

    @Test
    void whatADependencyMustNotBringAlongIsExcludedInMaven() {
        Workbench bench = maven(POM, EXCLUSIONS);
        bench.integrateTwiceAndUndo("Add Carta.");
        assertThat(bench.project.text("pom.xml")).contains("""
                    <dependency>
                      <groupId>example.carta</groupId>
                      <artifactId>carta-http</artifactId>
                      <version>2.1.0</version>
                      <exclusions>
                        <exclusion>
                          <groupId>commons-logging</groupId>
                          <artifactId>commons-logging</artifactId>
                        </exclusion>
                      </exclusions>
                    </dependency>
                """);
    }

    @Test
    void andInBothLanguagesOfGradle() {
        for (String file : new String[] {"build.gradle", "build.gradle.kts"}) {
            boolean kotlin = file.endsWith("s");
            Workbench bench = new Workbench(new SampleProject(folder.resolve(file))
                    .with(file, "dependencies {\n    implementation" + (kotlin ? "(\"a:b:1\")" : " 'a:b:1'") + "\n}\n")
                    .with("settings.gradle", "rootProject.name = 'tool'\n").with("src/main/java/com/acme/Tool.java", MAIN), data.resolve(file)).page("jvm.md", EXCLUSIONS);
            bench.integrateTwiceAndUndo("Add Carta.");
            assertThat(bench.project.text(file)).contains(kotlin
                    ? "    implementation(\"example.carta:carta-http:2.1.0\") {\n        exclude(group = \"commons-logging\", module = \"commons-logging\")\n    }\n}\n"
                    : "    implementation('example.carta:carta-http:2.1.0') {\n        exclude group: 'commons-logging', module: 'commons-logging'\n    }\n}\n");
        }
    }

    @Test
    void aProcessorIsToldToTheCompiler() {
        Workbench bench = maven(POM, PROCESSOR);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Carta.");
        assertThat(bench.project.text("pom.xml")).contains("""
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                          <annotationProcessorPaths>
                            <path>
                              <groupId>example.carta</groupId>
                              <artifactId>carta-processor</artifactId>
                              <version>1.6.3</version>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                """);
        assertThat(report.openPoints()).noneMatch(point -> point.contains("changes how the project is built"));
    }

    @Test
    void aProcessorJoinsThoseThatTheProjectNames() {
        Workbench bench = maven(POM.replace("</project>", """
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <configuration>
                          <annotationProcessorPaths>
                            <path>
                              <groupId>org.projectlombok</groupId>
                              <artifactId>lombok</artifactId>
                              <version>1.18.42</version>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>"""), PROCESSOR);
        bench.integrateTwiceAndUndo("Add Carta.");
        assertThat(bench.project.text("pom.xml").replaceAll("\\s+", "")).containsOnlyOnce("<artifactId>maven-compiler-plugin</artifactId>").contains(
                "<version>1.18.42</version></path><path><groupId>example.carta</groupId><artifactId>carta-processor</artifactId><version>1.6.3</version></path>");
    }

    @Test
    void processorsThatTheCompilerFindsByItselfAreNotSilenced() {
        Workbench bench = maven(POM.replace("</project>", """
                  <dependencies>
                    <dependency>
                      <groupId>org.projectlombok</groupId>
                      <artifactId>lombok</artifactId>
                      <version>1.18.42</version>
                    </dependency>
                  </dependencies>
                </project>"""), PROCESSOR);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Carta.");
        assertThat(bench.project.text("pom.xml")).doesNotContain("annotationProcessorPaths");
        assertThat(report.status()).isEqualTo("partial");
        assertThat(report.steps()).anyMatch(step -> step.toString().contains("would no longer run org.projectlombok:lombok"));
    }

    @Test
    void aPluginOfAGuideIsSaidAndNotDropped() {
        Workbench bench = maven(POM, """
                # Carta

                ## Installation

                ```xml
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta</artifactId>
                    <version>1.6.3</version>
                </dependency>
                ```

                ## Weaving

                ```xml
                <plugin>
                    <groupId>example.carta</groupId>
                    <artifactId>carta-maven-plugin</artifactId>
                    <version>1.6.3</version>
                </plugin>
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Add Carta.");
        assertThat(bench.project.text("pom.xml")).doesNotContain("carta-maven-plugin");
        assertThat(report.openPoints()).anyMatch(point -> point.contains("changes how the project is built") && point.contains("lines 15-21"));
    }

    @Test
    void aVersionThatNeitherTheGuideNorTheProjectNamesIsTheFrameworks() {
        Workbench bench = maven(POM.replace("<groupId>com.acme", """
                <parent>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-parent</artifactId>
                    <version>3.5.9</version>
                  </parent>
                  <dependencies>
                    <dependency>
                      <groupId>org.springframework.boot</groupId>
                      <artifactId>spring-boot-starter-web</artifactId>
                    </dependency>
                  </dependencies>
                  <groupId>com.acme"""), """
                # Sending spans

                ## Installation

                ```xml
                <dependency>
                    <groupId>io.opentelemetry</groupId>
                    <artifactId>opentelemetry-exporter-zipkin</artifactId>
                </dependency>
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta-spans</artifactId>
                </dependency>
                ```
                """);
        bench.integrateTwiceAndUndo("Add the exporter of spans.");
        assertThat(bench.project.text("pom.xml").replaceAll("\\s+", "")).contains("<artifactId>opentelemetry-exporter-zipkin</artifactId></dependency>",
                "<artifactId>carta-spans</artifactId><version>");
    }
}
