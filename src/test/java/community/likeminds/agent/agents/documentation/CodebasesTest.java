package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.agents.documentation.Codebases.Hit;
import community.likeminds.agent.agents.documentation.Codebases.Indexed;
import community.likeminds.agent.agents.documentation.Codebases.Search;
import community.likeminds.agent.agents.documentation.Codebases.Usage;
import community.likeminds.agent.agents.documentation.Codebases.UsedPackage;
import community.likeminds.agent.agents.documentation.Codebases.UsedSymbol;
import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
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

    @Test
    void onlyFilesWhosePathBeginsLikeThisAreSearched() throws IOException {
        write("web/[id]/send.ts", "export function sendOrder(id: string) {\n  return id;\n}\n");
        try (DocumentationContext context = start()) {
            index(context);
            assertThat(paths(context, "sendOrder", "", 0)).contains("src/orders.ts", "web/[id]/send.ts");
            assertThat(paths(context, "sendOrder", "src/", 0)).isNotEmpty().allMatch(path -> path.startsWith("src/"));
            assertThat(paths(context, "sendOrder", "web/[id]", 0)).containsExactly("web/[id]/send.ts");
            assertThat(paths(context, "sendOrder", "*.ts", 0)).isNotEmpty().allMatch(path -> path.endsWith(".ts"));
            assertThat(paths(context, "sendOrder", "src?", 0)).isEmpty();
            assertThat(paths(context, "sendOrder", "lib/", 0)).isEmpty();
        }
    }

    private static List<String> paths(DocumentationContext context, String query, String path, int tokens) {
        return context.get(Codebases.class).search(TENANT, new Search(query, "", "", "", path, 20, false, tokens)).results().stream().map(Hit::path).toList();
    }

    @Test
    void whatAPassageNeedsToBeUnderstoodComesWithIt() throws IOException {
        String filler = "    return ".concat("order + ".repeat(150)).concat("order;\n");
        write("src/till.ts", """
                import { total } from './total';

                /** Takes the money. */
                export class Till {
                  private drawer = 0;

                  open(order: string) {
                %1$s  }

                  chargeCustomer(order: string) {
                    const owed = total(order);
                %1$s  }

                  closeDrawer(order: string) {
                %1$s  }
                }
                """.formatted(filler));
        try (DocumentationContext context = start()) {
            index(context);
            Hit hit = context.get(Codebases.class)
                    .search(TENANT, new Search("chargeCustomer", "", "", "", "src/till", 1, false, 2000))
                    .results()
                    .getFirst();
            assertThat(hit.symbol()).isEqualTo("Till.chargeCustomer");
            assertThat(hit.context()).extracting(ContextPassage::relation, ContextPassage::page, ContextPassage::heading).containsExactly(
                    tuple(Relation.PARENT, "src/till.ts", "Till"),
                    tuple(Relation.DEFINITION, "src/total.ts", "total"),
                    tuple(Relation.PREVIOUS, "src/till.ts", "Till.open"),
                    tuple(Relation.NEXT, "src/till.ts", "Till.closeDrawer"));
            assertThat(hit.context().getFirst().text()).contains("export class Till").doesNotContain("chargeCustomer");
            Hit brief = context.get(Codebases.class)
                    .search(TENANT, new Search("chargeCustomer", "", "", "", "src/till", 1, false, 40))
                    .results()
                    .getFirst();
            assertThat(brief.context().stream().mapToInt(ContextPassage::tokens).sum()).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void whatTheCodeDoesNotHaveIsRefusedAndTheNearestNamed() {
        try (DocumentationContext context = start()) {
            index(context);
            Codebases codebases = context.get(Codebases.class);
            Codebases.Hits known = codebases.search(TENANT, new Search("sendOrder", "", "", 3));
            assertThat(known.abstained()).isFalse();
            assertThat(known.notices()).isEmpty();
            Codebases.Hits unknown = codebases.search(TENANT, new Search("how are volcanoes photographed from satellites", "", "", 3));
            assertThat(unknown.abstained()).isTrue();
            assertThat(unknown.confidence()).isLessThan(known.confidence());
            assertThat(unknown.notices()).singleElement().asString().startsWith("The indexed code hardly has what was asked for. Nearest: ").endsWith(").");
            assertThat(unknown.results()).isNotEmpty();
        }
    }

    @Test
    void anotherInstallationTakesOverWhatWasIndexed() {
        Path file = temporary.resolve("code.zip");
        try (DocumentationContext context = start()) {
            CodebaseSnapshots snapshots = context.get(CodebaseSnapshots.class);
            assertThatThrownBy(() -> snapshots.save(TENANT, List.of(), file, Progress.NONE)).satisfies(CodebasesTest::saysNoCode);
            index(context);
            assertThatThrownBy(() -> snapshots.save(TENANT, List.of("other"), file, Progress.NONE))
                    .isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("code-unknown"));
            assertThat(snapshots.save(TENANT, List.of(), file, Progress.NONE).sources()).containsExactly("shop");
            assertThatThrownBy(() -> context.get(DocumentationSnapshots.class).restore(TENANT, file, Progress.NONE))
                    .isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("snapshot-other"));
        }
        try (DocumentationContext context = DocumentationContext.start(temporary.resolve("other"), new FakeDocumentProcessor(), embeddings)) {
            DocumentationSnapshots.Result restored = context.get(CodebaseSnapshots.class).restore(TENANT, file, Progress.NONE);
            assertThat(restored.passages()).isPositive().isEqualTo(restored.vectors());
            assertThat(search(context, "sendOrder").getFirst().symbol()).isEqualTo("sendOrder");
            Indexed again = index(context);
            assertThat(again.unchanged()).isEqualTo(3);
            assertThat(again.embedded()).isZero();
        }
    }

    private static void saysNoCode(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(AgentException.class, problem -> assertThat(problem.code()).isEqualTo("no-code"));
    }
}
