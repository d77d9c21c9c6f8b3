package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guides that show whole programs, for projects that are programs of their own. */
class ProgramGuideTests {

    private static final String GO = """
            # Beacon for Go

            ## Install

            ```bash
            go get github.com/beacon/beacon-go
            ```

            ## Configure

            ```go
            package main

            import (
            	"fmt"
            	"net/http"

            	"github.com/beacon/beacon-go"
            	beacongin "github.com/beacon/beacon-go/gin"
            	beaconhttp "github.com/beacon/beacon-go/http"
            	"github.com/gin-gonic/gin"
            )

            func main() {
            	err := beacon.Init(beacon.Options{
            		Dsn: "YOUR_BEACON_DSN",
            	})
            	if err != nil {
            		fmt.Printf("beacon: %v\\n", err)
            	}
            	defer beacon.Flush()

            	app := gin.Default()
            	app.Use(beacongin.New(beacongin.Options{}))

            	handler := beaconhttp.New()
            	http.HandleFunc("/", handler.Handle(func(w http.ResponseWriter, r *http.Request) {
            		panic("on purpose")
            	}))
            	app.GET("/", func(ctx *gin.Context) {
            		ctx.String(http.StatusOK, "Hello")
            	})

            	app.Run(":3000")
            }
            ```
            """;

    private static final String JAVA = """
            # Beacon for Java

            ## Install

            ```xml
            <dependency>
              <groupId>io.beacon</groupId>
              <artifactId>beacon-java</artifactId>
              <version>7.1.0</version>
            </dependency>
            ```

            ```kotlin
            dependencies {
                implementation("io.beacon:beacon-java:7.1.0")
            }
            ```

            ## Configure

            ```java
            import io.beacon.Beacon;

            public class MyApplication {
                public static void main(String... args) {
                    // As early as possible
                    Beacon.init(options -> {
                        options.setDsn("YOUR_BEACON_DSN");
                    });
                    System.out.println("ready");
                }
            }
            ```

            ```kotlin
            import io.beacon.Beacon

            fun main() {
                Beacon.init { options ->
                    options.dsn = "YOUR_BEACON_DSN"
                }
            }
            ```
            """;

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void ofAGuidesGoProgramTheSetUpIsTakenUnderTheProjectsNames() {
        Workbench bench = new Workbench(new SampleProject(folder).with("go.mod", "module example.com/clubs\n\ngo 1.22\n\nrequire github.com/gin-gonic/gin v1.10.0\n").with("main.go", """
                package main

                import (
                	"log"

                	"github.com/gin-gonic/gin"
                )

                func main() {
                	router := gin.New()
                	router.GET("/clubs", clubs)

                	err := router.Run(":8080")
                	log.Fatal(err)
                }
                """), data).page("go.md", GO);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("main.go")).contains("""
                func main() {
                	if err := beacon.Init(beacon.Options{
                		Dsn: os.Getenv("BEACON_DSN"),
                	}); err != nil {
                		fmt.Printf("beacon: %v\\n", err)
                	}
                	defer beacon.Flush()
                	router := gin.New()
                	router.Use(beacongin.New(beacongin.Options{}))
                	router.GET("/clubs", clubs)

                	err := router.Run(":8080")
                	log.Fatal(err)
                }
                """).contains("\"fmt\"", "\"os\"", "\"github.com/beacon/beacon-go\"", "beacongin \"github.com/beacon/beacon-go/gin\"").doesNotContain("net/http", "beaconhttp", "on purpose");
        assertThat(report.status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(Workbench.steps(report, "manual")).anySatisfy(step -> assertThat(step.detail()).contains("your own handlers"))
                .anySatisfy(step -> assertThat(step.detail()).contains("go get github.com/beacon/beacon-go"));
    }

    @Test
    void whatAGuidesProgramStartsIsStartedFirstInTheProjectsOwn() {
        Workbench bench = new Workbench(new SampleProject(folder).with("pom.xml", "<project>\n  <properties>\n    <maven.compiler.release>21</maven.compiler.release>\n  </properties>\n</project>\n")
                .with("src/main/java/com/acme/Tool.java", "package com.acme;\n\npublic class Tool {\n\n    public static void main(String[] args) {\n        System.out.println(\"Hello\");\n    }\n}\n"), data)
                .page("java.md", JAVA);
        IntegrationReport report = bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("src/main/java/com/acme/Tool.java")).contains("import io.beacon.Beacon;\n").contains("""
                    public static void main(String[] args) {
                        // As early as possible
                        Beacon.init(options -> {
                            options.setDsn(System.getenv("BEACON_DSN"));
                        });
                        System.out.println("Hello");
                    }
                """);
        assertThat(report.openPoints()).contains("Set BEACON_DSN in the environment of the application.");
        assertThat(report.status()).isEqualTo(IntegrationReport.VERIFIED);
    }

    @Test
    void aProgramOfKotlinIsStartedByTheGuidesKotlin() {
        Workbench bench = new Workbench(new SampleProject(folder).with("build.gradle.kts", "plugins {\n    kotlin(\"jvm\") version \"2.0.21\"\n}\n\ndependencies {\n    implementation(\"a:b:1\")\n}\n")
                .with("src/main/kotlin/com/acme/Main.kt", "package com.acme\n\nfun main(args: Array<String>) {\n    println(\"Hello\")\n}\n"), data).page("java.md", JAVA);
        bench.integrateTwiceAndUndo("Set up Beacon.");
        assertThat(bench.project.text("src/main/kotlin/com/acme/Main.kt")).isEqualTo("package com.acme\n\nimport io.beacon.Beacon\n\nfun main(args: Array<String>) {\n    Beacon.init { options ->\n"
                + "        options.dsn = System.getenv(\"BEACON_DSN\")\n    }\n    println(\"Hello\")\n}\n");
    }

    @Test
    void aProgramThatDoesTheWorkOfAnExampleIsNotStarted() {
        Workbench bench = new Workbench(new SampleProject(folder).with("pom.xml", "<project>\n</project>\n")
                .with("src/main/java/com/acme/Tool.java", "package com.acme;\n\npublic class Tool {\n    public static void main(String[] args) {\n    }\n}\n"), data)
                .page("java.md", JAVA.replace("System.out.println(\"ready\");", "Message message = Beacon.send(\"everybody\");"));
        assertThat(bench.integrate("Set up Beacon.").status()).isEqualTo(IntegrationReport.PARTIAL);
        assertThat(bench.project.text("src/main/java/com/acme/Tool.java")).doesNotContain("Beacon");
    }
}
