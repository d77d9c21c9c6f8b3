package community.likeminds.agent.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.InterruptedRun;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.cli.CommandLineRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan}, {@code plans} and {@code apply}. */
class PlanCommandsTests {

    private final CommandLineRun cli = new CommandLineRun();

    @TempDir
    Path folder;

    @Test
    void aPlanIsShownWithTheWayToApplyIt() {
        assertThat(cli.run("plan", folder.toString(), "--request", "Add it")).isZero();
        assertThat(cli.out()).contains("Add the dependency some-sdk", "there already", "some-sdk ^1.2.0", "Apply it with: likeminds apply p1");
    }

    @Test
    void aPlanIsWrittenAsYamlAndAppliedFromThere() throws IOException {
        Path file = folder.resolve("deep/plan.yaml");
        assertThat(cli.run("plan", folder.toString(), "--request", "Add it", "--output", file.toString())).isZero();
        assertThat(Files.readString(file)).isEqualTo("id: p1\n");
        assertThat(cli.out()).contains("likeminds apply " + file);
        assertThat(cli.run("apply", file.toString(), "--set", "KEY=v", "--branch", "b", "--allow-dirty", "--no-build")).isZero();
        assertThat(cli.coding.applied).containsExactly(new ApplyOptions(Map.of("KEY", "v"), "b", true, List.of("build")));
        assertThat(cli.out()).contains("Verified");
    }

    @Test
    void aStoredPlanIsAppliedByItsId() {
        cli.coding.status = "partial";
        assertThat(cli.run("apply", "p1")).isEqualTo(ExitCodes.PARTIAL);
        assertThat(cli.run("apply", "p2")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("There is no plan 'p2'.");
        assertThat(cli.run("apply", folder + "/none.yaml")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.coding.applied).hasSize(1);
    }

    @Test
    void aDryRunShowsTheDiffAndAppliesNothing() {
        assertThat(cli.run("apply", "p1", "--dry-run")).isZero();
        assertThat(cli.out()).contains("~ package.json", "+ \"some-sdk\"", "Nothing was changed");
        assertThat(cli.run("integrate", folder.toString(), "--request", "Add it", "--dry-run")).isZero();
        assertThat(cli.out()).contains("Add the dependency some-sdk", "+ \"some-sdk\"");
        assertThat(cli.coding.applied).isEmpty();
        assertThat(cli.coding.integrated).isEmpty();
    }

    @Test
    void plansAreListedShownAndForgotten() {
        assertThat(cli.run("plans")).isZero();
        assertThat(cli.out()).contains("p1", "Add it, 1 of 2 steps to do", "/projects/shop");
        assertThat(cli.run("plans", "--json")).isZero();
        assertThat(cli.out()).startsWith("{\"plans\":[{\"id\":\"p1\"");
        assertThat(cli.run("plans", "p1")).isZero();
        assertThat(cli.out()).contains("Add the dependency some-sdk");
        assertThat(cli.run("plans", "--yaml", "p1")).isZero();
        assertThat(cli.out()).isEqualTo("id: p1\n");
        assertThat(cli.run("plans", "--remove", "p1")).isZero();
        assertThat(cli.coding.removed).containsExactly("p1");
    }

    @Test
    void anInterruptedRunIsResumedByFolderIdOrAlone() {
        assertThat(cli.run("resume")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("No run was interrupted.");
        cli.coding.interrupted.add(new InterruptedRun("000001-a", "/projects/a", "Add it", "p1"));
        assertThat(cli.run("resume")).isZero();
        cli.coding.interrupted.add(new InterruptedRun("000002-b", "/projects/b", "Add it", "p1"));
        assertThat(cli.run("resume")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("000001-a on /projects/a, 000002-b on /projects/b");
        assertThat(cli.run("resume", "000002-b")).isZero();
        assertThat(cli.run("resume", folder.toString())).isZero();
        assertThat(cli.coding.resumed).containsExactly(Path.of("/projects/a"), Path.of("/projects/b"), folder.toAbsolutePath());
    }

    @Test
    void reportsAreWrittenInTheKindThatTheirNamesSay() throws IOException {
        Path page = folder.resolve("out/report.html");
        Path text = folder.resolve("out/report.md");
        Path json = folder.resolve("out/report.json");
        assertThat(cli.run("apply", "p1", "--report", page.toString(), "--report", text.toString(), "--report", json.toString())).isZero();
        assertThat(Files.readString(page)).isEqualTo("<h1>r1</h1>\n");
        assertThat(Files.readString(text)).isEqualTo("# r1\n");
        assertThat(Files.readString(json)).contains("\"status\" : \"verified\"", "\"feedback\"");
        cli.coding.applied.clear();
        assertThat(cli.run("apply", "p1", "--report", folder.resolve("report.pdf").toString())).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains(".md, .html or .json");
        assertThat(cli.coding.applied).isEmpty();
    }

    @Test
    void runsAreListedAndShownAgain() {
        cli.coding.interrupted.add(new InterruptedRun("000001-a", "/projects/a", "Add it", "p1"));
        assertThat(cli.run("runs")).isZero();
        assertThat(cli.out()).contains("000001-a  interrupted  Add it", "likeminds resume 000001-a", "r1  verified  Add it", "1 file changed");
        assertThat(cli.run("runs", "--json")).isZero();
        assertThat(cli.out()).contains("\"interrupted\":[{\"id\":\"000001-a\"");
        assertThat(cli.run("report", "r1")).isZero();
        assertThat(cli.out()).contains("Add the dependency some-sdk");
        assertThat(cli.run("report", "r2")).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void stepsAreApprovedOneByOne() {
        assertThat(cli.run("apply", "p1", "--approve")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.err()).contains("Nobody is at a terminal");
        assertThat(cli.terminal("what\nn\n").run("apply", "p1", "--approve")).isZero();
        assertThat(cli.err()).contains("s1. Add the dependency some-sdk", "| npm install some-sdk", "+ \"some-sdk\"", "Answer with y, n, a or q.");
        assertThat(cli.terminal("a\n").run("apply", "p1", "--approve")).isZero();
        assertThat(cli.terminal("q\n").run("apply", "p1", "--approve")).isZero();
        assertThat(cli.err()).contains("Nothing was changed.");
        assertThat(cli.terminal("").run("apply", "p1", "--approve")).isZero();
        assertThat(cli.coding.decisions).containsExactly(
                RunObserver.Decision.NO, RunObserver.Decision.ALL, RunObserver.Decision.QUIT, RunObserver.Decision.QUIT);
        assertThat(cli.coding.applied).hasSize(2);
    }

    @Test
    void eventsAreOneObjectALine() {
        assertThat(cli.run("apply", "p1", "--events", "ndjson")).isZero();
        assertThat(cli.out().lines().map(line -> Json.read(line).path("type").stringValue())).containsExactly("plan", "progress", "report");
        assertThat(cli.out().lines().toList().getLast()).contains("\"status\":\"verified\"");
        assertThat(cli.run("apply", "p2", "--events", "ndjson")).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(cli.out()).startsWith("{\"type\":\"error\",\"code\":\"plan-not-found\"");
    }
}
