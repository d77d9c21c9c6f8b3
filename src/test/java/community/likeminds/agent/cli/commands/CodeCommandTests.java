package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Codebases;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import org.junit.jupiter.api.Test;

/** What the commands for source code hand on and print. */
class CodeCommandTests {

    private final CommandLineRun cli = new CommandLineRun();

    @Test
    void indexSaysWhatWasReadAndLeftOut() {
        assertThat(cli.run("code", "index", "./shop")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("shop: 2 files (1 new, 1 changed, 0 removed, 0 unchanged), 5 passages").contains("left out: 1 vendored");
        assertThat(cli.run("code", "index", "./shop", "--verbose")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("left out node_modules/").doesNotContain("logo.png");
        assertThat(cli.run("code", "index", "./shop", "--json")).isEqualTo(ExitCodes.DONE);
        assertThat(Json.read(cli.out()).path("leftOut").get(0).path("reason").asString()).isEqualTo("VENDORED");
    }

    @Test
    void searchHandsItsFiltersOn() {
        assertThat(cli.run("code", "search", "add an order", "--project", "shop", "--language", "java", "--limit", "3")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.codebases.calls).containsExactly(new Codebases.Search("add an order", "shop", "java", 3));
        assertThat(cli.out()).contains("src/OrderBook.java:3-9 OrderBook.add").contains("    boolean add(Order order) {");
        assertThat(cli.run("code", "search", "add", "--path", "src/api", "--kind", "method", "--context", "--context-tokens", "300")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.codebases.calls.getLast()).isEqualTo(new Codebases.Search("add", "", "", "method", "src/api", 10, false, 300));
    }

    @Test
    void symbolsAreIndentedBelowTheirTypes() {
        assertThat(cli.run("code", "symbols", "./shop")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("  class OrderBook (class, 1-9)\n    boolean add(Order order) (method, 3-5)");
        cli.run("code", "symbols", "./shop", "--json");
        assertThat(Json.read(cli.out()).path("files").get(0).path("symbols").get(1).path("name").asString()).isEqualTo("add");
    }

    @Test
    void usageNamesPackagesSymbolsAndPlaces() {
        assertThat(cli.run("code", "usage", "./shop", "--package", "@acme/sdk")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("@acme/sdk ^2 (typescript)").contains("  Client.builder  src/a.ts:3");
        assertThat(cli.codebases.calls).containsExactly("./shop @acme/sdk");
    }

    @Test
    void codebasesAreListedAndForgotten() {
        assertThat(cli.run("code", "list")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.out()).contains("shop  2 files, 5 passages, 5 with vectors");
        assertThat(cli.run("code", "list", "--remove", "shop")).isEqualTo(ExitCodes.DONE);
        assertThat(cli.run("code", "list", "--remove", "other")).isNotEqualTo(ExitCodes.DONE);
        assertThat(cli.err()).contains("There is no codebase called 'other'.");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(cli.run("code")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.starts()).isZero();
    }
}
