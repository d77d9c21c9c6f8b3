package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides for Spring Boot whose code lacks its class, shows keys, or configures what reads XML. */
class SpringConfigurationTests {

    private static final String INSTALL = """
            # Bellhop for Spring Boot

            ## Installation

            ```xml
            <dependency>
              <groupId>example.bellhop</groupId>
              <artifactId>bellhop-client</artifactId>
              <version>3.2.1</version>
            </dependency>
            ```

            ## Configuration

            """;
    private static final String LOGBACK = INSTALL + """
            Configure the appender in your `logback.xml`:

            ```xml
            <configuration>
              <appender name="Console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder>
                  <pattern>%msg%n</pattern>
                </encoder>
              </appender>
              <appender name="Bellhop" class="example.bellhop.Appender">
                <minimumLevel>WARN</minimumLevel>
              </appender>
              <root level="info">
                <appender-ref ref="Console" />
                <appender-ref ref="Bellhop" />
              </root>
            </configuration>
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private SampleProject shop() {
        return new SampleProject(folder)
                .with("pom.xml", "<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.springframework.boot</groupId>\n      <artifactId>spring-boot-starter-web</artifactId>\n    </dependency>\n  </dependencies>\n</project>\n")
                .with("src/main/java/com/acme/shop/Shop.java", "package com.acme.shop;\n\nimport org.springframework.boot.SpringApplication;\nimport org.springframework.boot.autoconfigure.SpringBootApplication;\n\n"
                        + "@SpringBootApplication\npublic class Shop {\n    public static void main(String[] args) {\n        SpringApplication.run(Shop.class, args);\n    }\n}\n");
    }

    @Test
    void anAppenderJoinsTheProjectsLoggingWithoutTheGuidesConsole() {
        Workbench bench = new Workbench(shop().with("src/main/resources/logback-spring.xml", "<configuration>\n    <include resource=\"org/springframework/boot/logging/logback/base.xml\"/>\n\n"
                + "    <root level=\"INFO\">\n        <appender-ref ref=\"CONSOLE\"/>\n    </root>\n</configuration>\n"), data).page("logback.md", LOGBACK);
        bench.integrateTwiceAndUndo("Set up Bellhop.");
        assertThat(bench.project.text("src/main/resources/logback-spring.xml")).isEqualTo("<configuration>\n    <include resource=\"org/springframework/boot/logging/logback/base.xml\"/>\n"
                + "    <appender name=\"Bellhop\" class=\"example.bellhop.Appender\">\n        <minimumLevel>WARN</minimumLevel>\n    </appender>\n\n"
                + "    <root level=\"INFO\">\n        <appender-ref ref=\"CONSOLE\"/>\n        <appender-ref ref=\"Bellhop\" />\n    </root>\n</configuration>\n");
    }

    @Test
    void withoutAFileForItTheConfigurationIsNotClaimed() {
        IntegrationReport report = new Workbench(shop(), data).page("logback.md", LOGBACK).integrateTwiceAndUndo("Set up Bellhop.");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).singleElement().satisfies(step -> assertThat(step.detail()).contains("no file of its own"));
    }

    @Test
    void aBeanWithoutAClassGetsOneAndItsKeyIsReadFromTheEnvironment() {
        Workbench bench = new Workbench(shop(), data).page("spring.md", INSTALL + """
                ```java
                import example.bellhop.Bellhop;

                @Bean
                Bellhop bellhop(@Value("${bellhop.floors:3}") int floors) {
                    return Bellhop.builder().apiKey("YOUR_BELLHOP_KEY").floors(floors).build();
                }
                ```
                """);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Bellhop.");
        assertThat(bench.project.text("src/main/java/com/acme/shop/BellhopConfiguration.java")).isEqualTo("""
                package com.acme.shop;

                import example.bellhop.Bellhop;
                import org.springframework.beans.factory.annotation.Value;
                import org.springframework.context.annotation.Bean;
                import org.springframework.context.annotation.Configuration;

                @Configuration(proxyBeanMethods = false)
                class BellhopConfiguration {

                    @Bean
                    Bellhop bellhop(@Value("${bellhop.floors:3}") int floors) {
                        return Bellhop.builder().apiKey(System.getenv("BELLHOP_KEY")).floors(floors).build();
                    }
                }
                """);
        assertThat(report.openPoints()).contains("Set BELLHOP_KEY in the environment of the application.");
    }
}
