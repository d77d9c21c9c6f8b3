package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of several modules, whose parent manages versions. */
class MavenModulesGuideTests {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private static final String GUIDE = """
            # Carta for Java

            ## Installation

            ```xml
            <dependencyManagement>
                <dependencies>
                    <dependency>
                        <groupId>example.carta</groupId>
                        <artifactId>carta-bom</artifactId>
                        <version>2.0.1</version>
                        <type>pom</type>
                        <scope>import</scope>
                    </dependency>
                </dependencies>
            </dependencyManagement>

            <dependencies>
                <dependency>
                    <groupId>example.carta</groupId>
                    <artifactId>carta-client</artifactId>
                </dependency>
                <dependency>
                    <groupId>example.letters</groupId>
                    <artifactId>letters</artifactId>
                    <version>4.1</version>
                </dependency>
                <dependency>
                    <groupId>example.notes</groupId>
                    <artifactId>notes</artifactId>
                    <version>7</version>
                </dependency>
            </dependencies>
            ```
            """;

    private SampleProject modules(String management) {
        return new SampleProject(folder)
                .with("pom.xml", "<project>\n  <groupId>com.acme</groupId>\n  <artifactId>clubs</artifactId>\n  <version>1</version>\n  <packaging>pom</packaging>\n  <modules>\n    <module>tool</module>\n  </modules>\n"
                        + management + "  <dependencies>\n    <dependency>\n      <groupId>example.notes</groupId>\n      <artifactId>notes</artifactId>\n      <version>6</version>\n    </dependency>\n  </dependencies>\n</project>\n")
                .with("tool/pom.xml", "<project>\n  <parent>\n    <groupId>com.acme</groupId>\n    <artifactId>clubs</artifactId>\n    <version>1</version>\n  </parent>\n  <artifactId>tool</artifactId>\n"
                        + "  <dependencies>\n    <dependency>\n      <groupId>a</groupId>\n      <artifactId>b</artifactId>\n      <version>1</version>\n    </dependency>\n  </dependencies>\n</project>\n")
                .with("tool/src/main/java/com/acme/Tool.java", "package com.acme;\n\npublic class Tool {\n    public static void main(String[] args) {\n    }\n}\n");
    }

    @Test
    void whatTheParentManagesIsDeclaredWithoutAVersionAndABillOfMaterialsGoesThere() {
        Workbench bench = new Workbench(modules("  <dependencyManagement>\n    <dependencies>\n      <dependency>\n        <groupId>example.letters</groupId>\n        <artifactId>letters</artifactId>\n"
                + "        <version>4.0</version>\n      </dependency>\n    </dependencies>\n  </dependencyManagement>\n"), data).page("jvm.md", GUIDE);
        bench.integrateTwiceAndUndo("Add the Carta dependencies.");
        assertThat(bench.project.text("pom.xml")).containsSubsequence("<artifactId>letters</artifactId>", "<artifactId>carta-bom</artifactId>", "<scope>import</scope>", "</dependencyManagement>");
        assertThat(bench.project.text("tool/pom.xml")).contains("<artifactId>letters</artifactId>\n    </dependency>", "<artifactId>carta-client</artifactId>\n    </dependency>")
                .doesNotContain("carta-bom", "notes", "4.1");
    }

    @Test
    void whereTheParentManagesNothingTheModuleDoes() {
        Workbench bench = new Workbench(modules(""), data).page("jvm.md", GUIDE);
        bench.integrateTwiceAndUndo("Add the Carta dependencies.");
        assertThat(bench.project.text("pom.xml")).doesNotContain("carta");
        assertThat(bench.project.text("tool/pom.xml")).contains("<artifactId>carta-bom</artifactId>", "<artifactId>letters</artifactId>\n      <version>4.1</version>").doesNotContain("notes");
    }

    @Test
    void whatTheProjectOnlyManagesIsNotDeclaredYet() {
        Workbench bench = new Workbench(new SampleProject(folder)
                .with("pom.xml", "<project>\n  <groupId>com.acme</groupId>\n  <artifactId>tool</artifactId>\n  <version>1</version>\n  <dependencyManagement>\n    <dependencies>\n      <dependency>\n"
                        + "        <groupId>example.carta</groupId>\n        <artifactId>carta-client</artifactId>\n        <version>2.0.0</version>\n      </dependency>\n    </dependencies>\n"
                        + "  </dependencyManagement>\n</project>\n")
                .with("src/main/java/com/acme/Tool.java", "package com.acme;\n\npublic class Tool {\n    public static void main(String[] args) {\n    }\n}\n"), data).page("jvm.md", GUIDE);
        bench.integrateTwiceAndUndo("Add the Carta dependencies.");
        assertThat(bench.project.text("pom.xml")).contains("  <dependencies>\n    <dependency>\n      <groupId>example.carta</groupId>\n      <artifactId>carta-client</artifactId>\n    </dependency>");
    }
}
