package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides for Spring Boot: bills of materials, the application class, files beside the code. */
class SpringGuideTests {

    private static final String GUIDE = """
            # Bellhop for Spring Boot

            ## 1. Add the dependency

            Import the BOM and add the client to your `pom.xml`:

            ```xml
            <dependencyManagement>
              <dependencies>
                <dependency>
                  <groupId>example.bellhop</groupId>
                  <artifactId>bellhop-bom</artifactId>
                  <version>3.2.1</version>
                  <type>pom</type>
                  <scope>import</scope>
                </dependency>
              </dependencies>
            </dependencyManagement>

            <dependencies>
              <dependency>
                <groupId>example.bellhop</groupId>
                <artifactId>bellhop-client</artifactId>
              </dependency>
            </dependencies>
            ```

            ## 2. Enable scheduling

            Add `@EnableScheduling` to your application class:

            ```java
            @SpringBootApplication
            @EnableScheduling
            public class Application {
                public static void main(String[] args) {
                    SpringApplication.run(Application.class, args);
                }
            }
            ```

            ## 3. Switch the agent on

            ```dockerfile title="Dockerfile"
            ENV BELLHOP_AGENT=on
            ```
            """;

    private static final String APPLICATION = """
            package com.acme.shop;

            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            // the shop
            @SpringBootApplication
            public class Shop {

                public static void main(String[] args) {
                    SpringApplication application = new SpringApplication(Shop.class);
                    application.run(args); // our own way
                }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject shop(String management) {
        return new SampleProject(folder)
                .with("pom.xml", "<project>\n  <parent>\n    <groupId>org.springframework.boot</groupId>\n    <artifactId>spring-boot-starter-parent</artifactId>\n    <version>3.5.0</version>\n  </parent>\n"
                        + "  <artifactId>shop</artifactId>\n" + management
                        + "  <dependencies>\n    <dependency>\n      <groupId>org.springframework.boot</groupId>\n      <artifactId>spring-boot-starter-web</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n")
                .with("src/main/java/com/acme/shop/Shop.java", APPLICATION);
    }

    @Test
    void aBillOfMaterialsGoesWhereVersionsAreManaged() {
        Workbench bench = new Workbench(shop(""), data).page("spring.md", GUIDE);
        bench.integrateTwiceAndUndo("Add Bellhop to this service.");
        assertThat(bench.project.text("pom.xml")).contains("""
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>example.bellhop</groupId>
                        <artifactId>bellhop-bom</artifactId>
                        <version>3.2.1</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>

                  <dependencies>
                """.indent(0)).contains("""
                    <dependency>
                      <groupId>example.bellhop</groupId>
                      <artifactId>bellhop-client</artifactId>
                    </dependency>
                """).doesNotContain("%version%", "latest");
    }

    @Test
    void oneAmongOthersJoinsThem() {
        Workbench bench = new Workbench(shop("  <dependencyManagement>\n    <dependencies>\n      <!-- ours -->\n      <dependency>\n        <groupId>com.acme</groupId>\n        <artifactId>acme-bom</artifactId>\n"
                + "        <version>1</version>\n        <type>pom</type>\n        <scope>import</scope>\n      </dependency>\n    </dependencies>\n  </dependencyManagement>\n"), data).page("spring.md", GUIDE);
        bench.integrateTwiceAndUndo("Add Bellhop to this service.");
        assertThat(bench.project.text("pom.xml")).containsOnlyOnce("<dependencyManagement>").contains("<!-- ours -->").containsSubsequence("acme-bom", "bellhop-bom", "</dependencyManagement>", "bellhop-client");
    }

    @Test
    void theApplicationClassGetsItsAnnotationAndKeepsHowItStarts() {
        Workbench bench = new Workbench(shop(""), data).page("spring.md", GUIDE);
        bench.integrateTwiceAndUndo("Add Bellhop to this service.");
        assertThat(bench.project.text("src/main/java/com/acme/shop/Shop.java")).isEqualTo(APPLICATION
                .replace("@SpringBootApplication\n", "@SpringBootApplication\n@EnableScheduling\n")
                .replace("SpringBootApplication;\n", "SpringBootApplication;\nimport org.springframework.scheduling.annotation.EnableScheduling;\n"));
    }

    @Test
    void aDockerfileIsEditedWhereThereIsOneAndSaidOtherwise() {
        Workbench with = new Workbench(shop("").with("Dockerfile", "FROM eclipse-temurin:21\nCOPY shop.jar app.jar\n"), data).page("spring.md", GUIDE);
        with.integrateTwiceAndUndo("Add Bellhop to this service.");
        assertThat(with.project.text("Dockerfile")).contains("FROM eclipse-temurin:21\n", "ENV BELLHOP_AGENT=on\n");
    }

    @Test
    void whatIsForAFileThatIsNotThereIsSaid() {
        Workbench without = new Workbench(shop(""), data).page("spring.md", GUIDE);
        IntegrationReport report = without.integrateTwiceAndUndo("Add Bellhop to this service.");
        assertThat(without.project.files()).doesNotContainKey("Dockerfile");
        assertThat(report.openPoints()).anySatisfy(said -> assertThat(said).contains("Switch the agent on"));
    }

    @Test
    void theFrameworkDecidesTheVersionsOfItsOwnAndAConfigurationBehindTheInstallationIsFollowed() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("pom.xml", "<project>\n  <parent>\n    <groupId>org.springframework.boot</groupId>\n    <artifactId>spring-boot-starter-parent</artifactId>\n  </parent>\n  <dependencies>\n"
                        + "    <dependency>\n      <groupId>org.springframework.boot</groupId>\n      <artifactId>spring-boot-starter-web</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n")
                .with("src/main/java/com/acme/shop/Shop.java", APPLICATION).with("src/main/resources/application.properties", "server.port=8081\n"), data)
                .page("spring.md", """
                        # Bellhop for Spring Boot

                        ## Installation

                        ```xml
                        <dependency>
                          <groupId>example.bellhop</groupId>
                          <artifactId>bellhop-client</artifactId>
                          <version>3.2.1</version>
                        </dependency>
                        <dependency>
                          <groupId>org.springframework.boot</groupId>
                          <artifactId>spring-boot-starter-actuator</artifactId>
                          <version>2.7.0</version>
                        </dependency>
                        <dependency>
                          <groupId>io.micrometer</groupId>
                          <artifactId>micrometer-core</artifactId>
                        </dependency>
                        ```

                        ## Configuration

                        ```yaml
                        bellhop:
                          token: YOUR_BELLHOP_TOKEN
                          floors: 3
                        ```
                        """).set(Map.of("BELLHOP_TOKEN", "t-123456"));
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Bellhop.");
        assertThat(bench.project.text("pom.xml")).contains("<version>3.2.1</version>").containsOnlyOnce("<version>").contains("spring-boot-starter-actuator", "micrometer-core");
        assertThat(bench.project.text("src/main/resources/application.properties")).isEqualTo("server.port=8081\n\nbellhop.token=${BELLHOP_TOKEN:}\nbellhop.floors=3\n");
        assertThat(report.openPoints()).contains("Set BELLHOP_TOKEN in the environment of the application.");
    }
}
