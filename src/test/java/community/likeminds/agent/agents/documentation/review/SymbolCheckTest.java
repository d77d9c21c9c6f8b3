package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which snippets are compared with which published types, and where what is missing is reported. */
class SymbolCheckTest {

    @TempDir
    Path folder;

    private ReviewFixture docs;

    @BeforeEach
    void published() {
        docs = new ReviewFixture(folder.resolve("docs")).published("@orbit/kit")
                .types("@orbit/kit", "package.json", "{\"types\": \"index.d.ts\"}").types("@orbit/kit", "index.d.ts", "export class Client {}\n")
                .page("install.md", "# Install\n\n```sh\nnpm install @orbit/kit\n```\n");
        // Whoever says "absent" uses what is not published.
        docs.validator.missing = texts -> {
            List<Missing> missing = new ArrayList<>();
            texts.forEach((path, text) -> {
                int line = 1 + text.lines().toList().indexOf(text.lines().filter(one -> one.contains("absent")).findFirst().orElse(""));
                if (line > 0) {
                    missing.add(new Missing(path, line, 0, 6, "Client.absent", "absent", List.of("Client.present"), true));
                }
            });
            return missing;
        };
    }

    private List<Finding> missing() {
        return docs.review().findings().stream().filter(one -> one.code().equals("symbol-missing")).toList();
    }

    @Test
    void aNameThatIsNotPublishedIsReportedAtItsLine() {
        docs.page("use.md", "# Use\n\nText.\n\n```js\nimport { Client } from '@orbit/kit';\n\nClient.absent();\n```\n");
        assertThat(missing()).singleElement().satisfies(finding -> {
            assertThat(ReviewFixture.place(finding)).isEqualTo("symbol-missing use.md:8");
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.candidates()).containsExactly("Client.present");
        });
    }

    @Test
    void aSnippetWithoutImportsIsTakenToUseThePackageOfItsPages() {
        docs.page("import.md", "# Import\n\n```js\nimport { Client } from '@orbit/kit';\n```\n");
        docs.page("use.md", "# Use\n\n```js\nClient.absent();\n```\n");
        assertThat(missing()).extracting(ReviewFixture::place).containsExactly("symbol-missing use.md:4");
        assertThat(docs.validator.symbolTexts.values()).contains("import { Client } from '@orbit/kit';\nClient.absent();");
    }

    @Test
    void whatIsHistoryOrNoScriptOrDoesNotParseIsNotCompared() {
        String code = "import { Client } from '@orbit/kit';\nClient.absent();\n";
        docs.page("migration-to-v2.md", "# Move\n\n```js\n" + code + "```\n").page("kotlin.md", "# K\n\n```kotlin\nimport a.Client\nClient.absent()\n```\n")
                .page("broken.md", "# B\n\n```js\n" + code + "}}\n```\n").page("other.md", "# O\n\n```js\nimport { Client } from 'other';\nClient.absent();\n```\n");
        assertThat(missing()).isEmpty();
        assertThat(docs.validator.symbolTexts).isEmpty();
    }

    @Test
    void aPackageThatCannotBeFetchedIsNamed() {
        docs = new ReviewFixture(folder.resolve("docs")).published("@orbit/kit", "@orbit/gone");
        docs.page("use.md", "# Use\n\n```js\nimport { a } from '@orbit/gone';\na.absent();\n```\n\n```sh\nnpm install @orbit/gone\n```\n");
        assertThat(docs.review().notChecked()).anyMatch(text -> text.startsWith("The published types of @orbit/gone were not read: Npm knows no package"));
    }

    @Test
    void nothingOfItStaysOnTheDisk() throws Exception {
        docs.page("use.md", "# Use\n\n```js\nimport { Client } from '@orbit/kit';\nClient.absent();\n```\n");
        List<Path> seen = new ArrayList<>();
        var before = docs.validator.missing;
        docs.validator.missing = texts -> {
            seen.addAll(publishedTypes());
            return before.apply(Map.copyOf(texts));
        };
        missing();
        assertThat(seen).isNotEmpty();
        assertThat(publishedTypes()).doesNotContainAnyElementsOf(seen.stream().filter(one -> !existedBefore.contains(one)).toList());
    }

    private final List<Path> existedBefore = publishedTypes();

    private static List<Path> publishedTypes() {
        try (var all = java.nio.file.Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("published-types-")).toList();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private List<Finding> deprecated() {
        return docs.review().findings().stream().filter(one -> one.code().equals("symbol-deprecated")).toList();
    }

    @Test
    void whatThePackageHasDeprecatedIsReportedWithItsAdvice() {
        docs.types("@orbit/kit", "index.d.ts", """
                export class Client {
                  /** @deprecated Use {@link sendText} instead. */
                  sendMessage(text: string): void;
                  sendText(text: string): void;
                  /** @deprecated since 2.0 */
                  openChannel(id: string): void;
                }
                export interface Other {
                  openChannel(id: number): void;
                }
                /**
                 * Makes a client.
                 *
                 * @deprecated Use Client.
                 */
                export declare function createClient(): Client;
                """);
        docs.page("use.md", "# Use\n\n```js\nimport { createClient, Client } from '@orbit/kit';\n\nconst client = createClient();\nclient.sendMessage('a');\n"
                + "client.sendText('b');\nclient.openChannel('c');\n```\n");
        docs.page("other.md", "# Other\n\n```js\nimport { x } from 'elsewhere';\n\nx.sendMessage('a');\n```\n");
        docs.page("old.md", "# Old\n\nThis call is deprecated:\n\n```js\nimport { createClient } from '@orbit/kit';\n```\n");
        docs.page("migrating.md", "# Migrating\n\n```js\nimport { createClient } from '@orbit/kit';\n```\n");
        assertThat(deprecated()).extracting(ReviewFixture::place).containsExactly("symbol-deprecated use.md:4", "symbol-deprecated use.md:7");
        assertThat(deprecated()).extracting(Finding::message).first().asString().contains("createClient, which @orbit/kit has deprecated: Use Client.");
        assertThat(deprecated()).extracting(Finding::message).last().asString().contains("Use sendText instead.");
    }
}
