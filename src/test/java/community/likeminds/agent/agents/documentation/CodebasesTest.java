package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.Codebases.Hit;
import community.likeminds.agent.agents.documentation.Codebases.Indexed;
import community.likeminds.agent.agents.documentation.Codebases.Search;
import community.likeminds.agent.agents.documentation.Codebases.Usage;
import community.likeminds.agent.agents.documentation.Codebases.UsedPackage;
import community.likeminds.agent.agents.documentation.Codebases.UsedSymbol;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source code from its folder to what is found, on real stores. */
class CodebasesTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private Path project;
    private final FakeEmbeddings embeddings = new FakeEmbeddings();

    @BeforeEach
    void writeProject() throws IOException {
        project = temporary.resolve("shop");
        write("package.json", "{\"name\": \"shop\", \"dependencies\": {\"@acme/sdk\": \"^2.0.0\"}}\n");
        write("src/orders.ts", """
                import { Client } from '@acme/sdk';
                import { total } from './total';

                /** Sends what was ordered. */
                export function sendOrder(order: string) {
                  return Client.builder().build().send(order, total(order));
                }
                """);
        write("src/total.ts", "/** Adds the prices up. */\nexport function total(order: string) {\n  return order.length;\n}\n");
        write("node_modules/@acme/sdk/index.js", "export class Client {}\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DocumentationContext start() {
        return DocumentationContext.start(temporary.resolve("data"), new FakeDocumentProcessor(), embeddings);
    }

    private Indexed index(DocumentationContext context) {
        return context.get(Codebases.class).index(TENANT, project.toString(), Progress.NONE);
    }

    private static List<Hit> search(DocumentationContext context, String query) {
        return context.get(Codebases.class).search(TENANT, new Search(query, "", "", 5)).results();
    }

    @Test
    void findsMembersByNameAndByWhatTheyDo() {
        try (DocumentationContext context = start()) {
            Indexed result = index(context);

            assertThat(result.files()).isEqualTo(3);
            assertThat(result.embedded()).isEqualTo(result.chunks());
            assertThat(search(context, "sendOrder").getFirst().symbol()).isEqualTo("sendOrder");
            assertThat(search(context, "where are the prices added up").getFirst().path()).isEqualTo("src/total.ts");
            assertThat(context.get(Codebases.class).list(TENANT)).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("shop"));
        }
    }

    @Test
    void onlyWhatChangedIsReadAndEmbeddedAgain() throws IOException {
        try (DocumentationContext context = start()) {
            index(context);
            int before = embeddings.embedded.size();
            Indexed same = index(context);
            assertThat(same.unchanged()).isEqualTo(3);
            assertThat(embeddings.embedded).hasSize(before);

            write("src/total.ts", "/** Counts stamps. */\nexport function stamps(order: string) {\n  return 1;\n}\n");
            Files.delete(project.resolve("package.json"));
            Indexed changed = index(context);

            assertThat(changed.changed()).isEqualTo(1);
            assertThat(changed.removed()).isEqualTo(1);
            assertThat(changed.embedded()).isEqualTo(1);
            assertThat(search(context, "stamps").getFirst().symbol()).isEqualTo("stamps");
            assertThat(search(context, "package.json")).noneMatch(hit -> hit.path().equals("package.json"));
        }
    }

    @Test
    void aRunThatWasKilledIsTakenUp() {
        embeddings.diesAfter = 1;
        try (DocumentationContext context = start()) {
            assertThatThrownBy(() -> index(context)).isInstanceOf(FakeEmbeddings.Killed.class);
            assertThat(search(context, "sendOrder")).isNotEmpty();
        }
        embeddings.diesAfter = Integer.MAX_VALUE;
        try (DocumentationContext context = start()) {
            Indexed result = index(context);
            assertThat(result.unchanged()).isEqualTo(3);
            assertThat(result.embedded()).isEqualTo(result.chunks());
        }
    }

    @Test
    void aFileThatWasBeingWrittenIsWrittenAgainThoughItIsAsBefore() throws IOException {
        Path total = project.resolve("src/total.ts");
        String before = Files.readString(total);
        try (DocumentationContext context = start()) {
            index(context);
            Files.writeString(total, before.replace("prices", "unfinished prices"));
            embeddings.diesAt = "unfinished";
            assertThatThrownBy(() -> index(context)).isInstanceOf(FakeEmbeddings.Killed.class);
            embeddings.diesAt = "";
            Files.writeString(total, before);
            Indexed result = index(context);
            assertThat(result.unchanged()).isEqualTo(2);
            assertThat(result.changed()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsUsedOfWhichPackage() throws IOException {
        write("Main.java", """
                package com.example;

                import com.acme.sdk.Client;
                import com.example.other.Mine;
                import java.util.List;

                class Main {
                    List<Mine> all = Client.of();
                }
                """);
        write("app.py", "import acme.sdk as sdk\nfrom .own import thing\n\nsdk.connect(thing)\n");
        try (DocumentationContext context = start()) {
            Usage usage = context.get(Codebases.class).usage(project.toString(), "", Progress.NONE);

            assertThat(usage.packages()).containsExactly(
                    new UsedPackage("@acme/sdk", "typescript", "^2.0.0", List.of(
                            new UsedSymbol("Client", List.of("src/orders.ts:1")), new UsedSymbol("Client.builder", List.of("src/orders.ts:6")))),
                    new UsedPackage("acme", "python", "", List.of(
                            new UsedSymbol("", List.of("app.py:1")), new UsedSymbol("connect", List.of("app.py:4")))),
                    new UsedPackage("com.acme.sdk", "java", "", List.of(
                            new UsedSymbol("Client", List.of("Main.java:3")), new UsedSymbol("Client.of", List.of("Main.java:8")))));
            assertThat(usage.facts().languages()).containsKeys("java", "python", "typescript", "json");
            assertThat(context.get(Codebases.class).usage(project.toString(), "com.acme", Progress.NONE).packages()).hasSize(1);
        }
    }

    @Test
    void symbolsOfOneFileNeedNoIndex() {
        try (DocumentationContext context = start()) {
            assertThat(context.get(Codebases.class).symbols(project.resolve("src/total.ts").toString(), Progress.NONE))
                    .singleElement()
                    .satisfies(file -> assertThat(file.symbols().getFirst().signature()).isEqualTo("export function total(order: string)"));
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        try (DocumentationContext context = start()) {
            Codebases codebases = context.get(Codebases.class);
            assertThatThrownBy(() -> codebases.index(TENANT, empty.toString(), Progress.NONE))
                    .isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("code-absent"));
            assertThatThrownBy(() -> codebases.remove(TENANT, "shop"))
                    .isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("code-unknown"));
            index(context);
            codebases.remove(TENANT, "shop");
            assertThat(search(context, "sendOrder")).isEmpty();
        }
    }
}
