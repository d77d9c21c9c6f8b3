package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.orchestrator.RealCodeProcessor;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Formatting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Linting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands.Filtered;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own formatter, linter and tests, and what is set up twice. */
class ToolRungsTests {

    @TempDir
    Path folder;

    private ProjectFixture project;
    private FakeCommands commands;

    @BeforeEach
    void makeProject() {
        project = new ProjectFixture(folder);
        commands = new FakeCommands(Set.of("prettier", "eslint", "npm", "pylint"), text -> FakeCommands.said(0, ""));
    }

    private Optional<Formatting> format(Map<String, String> texts, Map<String, String> before) {
        return new FormatRung(commands).run(project.npm(), texts, before, Progress.NONE);
    }

    private Optional<Linting> lint(Map<String, String> texts, Map<String, String> before) {
        return new LintRung(commands).run(project.npm(), texts, before, Progress.NONE);
    }

    @Test
    void withoutAToolNothingIsSaid() {
        project.file("package.json", "{}");
        assertThat(format(Map.of("a.ts", "a"), Map.of())).isEmpty();
        assertThat(lint(Map.of("a.ts", "a"), Map.of())).isEmpty();
    }

    @Test
    void onlyFilesThatWereFormattedBeforeAreFormatted() {
        project.file("package.json", "{\"devDependencies\": {\"prettier\": \"3\"}}");
        commands.filters = (command, input) -> FakeCommands.wrote(0, input.strip() + ";\n", "");
        Map<String, String> texts = Map.of("new.ts", "a", "kept.ts", "b", "wild.ts", "c", "fine.ts", "d;\n", "notes.txt", "x");
        commands.filters = (command, input) -> FakeCommands.wrote(0, input.strip().replaceFirst(";$", "") + ";\n", "");
        Formatting formatting = format(texts, Map.of("kept.ts", "z;\n", "wild.ts", "z")).orElseThrow();
        assertThat(formatting.formatted()).containsOnly(Map.entry("new.ts", "a;\n"), Map.entry("kept.ts", "b;\n"));
        assertThat(formatting.check().status()).isEqualTo(Status.PASSED);
        assertThat(formatting.check().detail()).contains("formatted kept.ts, new.ts", "left alone: wild.ts");
    }

    @Test
    void aFormatterThatCannotLoadItsSettingsIsNoPass() {
        project.file("package.json", "{}").file(".prettierrc", "{broken");
        commands.filters = (command, input) -> FakeCommands.wrote(2, "", "[error] Invalid configuration for file .prettierrc\n");
        Check check = format(Map.of("a.ts", "a"), Map.of()).orElseThrow().check();
        assertThat(check.status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(check.detail()).contains("Invalid configuration");
    }

    @Test
    void aToolThatIsNotInstalledIsSaid() {
        project.file("package.json", "{}").file("biome.json", "{}");
        assertThat(format(Map.of("a.ts", "a"), Map.of()).orElseThrow().check().detail()).contains("biome is not installed");
        assertThat(lint(Map.of("a.ts", "a"), Map.of()).orElseThrow().check().status()).isEqualTo(Status.NOT_POSSIBLE);
    }

    private static Filtered eslint(String... messages) {
        return FakeCommands.wrote(1, "[{\"filePath\":\"x\",\"messages\":[" + String.join(",", messages) + "]}]", "");
    }

    private static String message(int line, String rule, int severity, String more) {
        return "{\"line\":" + line + ",\"ruleId\":\"" + rule + "\",\"severity\":" + severity + ",\"message\":\"says " + rule + "\"" + more + "}";
    }

    @Test
    void onlyNewErrorsOfTheLinterCount() {
        project.file("package.json", "{}").file("eslint.config.js", "export default []");
        commands.filters = (command, input) -> input.contains("now")
                ? eslint(message(9, "old", 2, ""), message(3, "fresh", 2, ""), message(4, "soft", 1, "")) : eslint(message(2, "old", 2, ""));
        Check check = lint(Map.of("a.ts", "now"), Map.of("a.ts", "then")).orElseThrow().check();
        assertThat(check.status()).isEqualTo(Status.FAILED);
        assertThat(check.detail()).contains("1 new problem: a.ts:3 says fresh (fresh).", "1 problem was there before.");
        commands.filters = (command, input) -> eslint(message(2, "old", 2, ""));
        assertThat(lint(Map.of("a.ts", "now"), Map.of("a.ts", "then")).orElseThrow().check().status()).isEqualTo(Status.PASSED);
        assertThat(lint(Map.of("a.ts", "now"), Map.of()).orElseThrow().check().status()).as("a new file had no problems before").isEqualTo(Status.FAILED);
    }

    @Test
    void theLintersCorrectionsAreOfferedOnceAndNeverOverEachOther() {
        project.file("package.json", "{}").file(".eslintrc.json", "{}");
        commands.filters = (command, input) -> eslint(
                message(1, "one", 2, ",\"fix\":{\"range\":[0,1],\"text\":\"A\"}"), message(1, "two", 2, ",\"fix\":{\"range\":[2,3],\"text\":\"C\"}"),
                message(1, "three", 2, ",\"fix\":{\"range\":[1,3],\"text\":\"-\"}"));
        Linting linting = lint(Map.of("a.ts", "abc"), Map.of()).orElseThrow();
        assertThat(linting.fixed()).containsEntry("a.ts", "AbC");
        assertThat(linting.fixes()).hasSize(2);
        assertThat(linting.check().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aLinterThatDoesNotGetAsFarAsItsRulesIsNoPass() {
        project.file("package.json", "{}").file("eslint.config.js", "export default []");
        commands.filters = (command, input) -> eslint("{\"fatal\":true,\"severity\":2,\"line\":1,\"message\":\"Parsing error: Unexpected token <\"}");
        assertThat(lint(Map.of("a.tsx", "x"), Map.of()).orElseThrow().check().detail()).contains("cannot look at a.tsx: Parsing error");
        commands.filters = (command, input) -> FakeCommands.wrote(2, "", "\nOops!\n\nError: Cannot find package '@acme/config'\n");
        Check check = lint(Map.of("a.tsx", "x"), Map.of()).orElseThrow().check();
        assertThat(check.status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(check.detail()).contains("Cannot find package '@acme/config'");
    }

    @Test
    void aLinterThatOnlyKnowsFilesIsAskedAboutLinesThatAreNew() {
        project.file("package.json", "{}").file("biome.json", "{}").file("node_modules/.bin/biome", "#!/bin/sh");
        assertThat(folder.resolve("node_modules/.bin/biome").toFile().setExecutable(true)).isTrue();
        String problem = "{\"severity\":\"error\",\"message\":\"no debugger\",\"category\":\"lint/noDebugger\",\"location\":{\"start\":{\"line\":%d}}}";
        commands.filters = (command, input) -> FakeCommands.wrote(1, "{\"diagnostics\":[" + problem.formatted(1) + "," + problem.formatted(2) + "]}", "noise");
        Check check = lint(Map.of("a.ts", "  debugger\nif (x) debugger\n"), Map.of("a.ts", "debugger\n")).orElseThrow().check();
        assertThat(check.detail()).contains("1 new problem: a.ts:2 no debugger (lint/noDebugger)", "1 problem was there before");
    }

    @Test
    void typesAreCheckedByWhatKnowsTheFiles() {
        project.file("tsconfig.json", "{ \"files\": [], // split\n \"references\": [{ \"path\": \"./tsconfig.node.json\" }, { \"path\": \"./tsconfig.app.json\" },] }");
        assertThat(TypeChecker.command(project.npm(), commands)).isEmpty();
        program("tsc");
        assertThat(TypeChecker.command(project.npm(), commands).orElseThrow()).endsWith("--noEmit", "-p", "./tsconfig.app.json");
        program("vue-tsc");
        project.file("tsconfig.json", "{}");
        assertThat(TypeChecker.command(project.npm(), commands).orElseThrow()).hasSize(2).first().asString().endsWith("vue-tsc");
        program("svelte-check");
        assertThat(TypeChecker.command(project.npm(), commands).orElseThrow()).singleElement().asString().endsWith("svelte-check");
    }

    private void program(String name) {
        project.file("node_modules/.bin/" + name, "#!/bin/sh");
        assertThat(folder.resolve("node_modules/.bin/" + name).toFile().setExecutable(true)).isTrue();
    }

    @Test
    void pylintIsReadAsWell() {
        project.file("pyproject.toml", "[tool.pylint.main]\n");
        commands.filters = (command, input) -> FakeCommands.wrote(4, "[{\"type\":\"warning\",\"line\":1,\"symbol\":\"unused-import\",\"message\":\"Unused import os\"}]", "");
        Linting linting = new LintRung(commands).run(project.of("python"), Map.of("a.py", "import os"), Map.of(), Progress.NONE).orElseThrow();
        assertThat(linting.check().detail()).contains("a.py:1 Unused import os (unused-import)");
    }

    @Test
    void checksOfTheBuildAreLeftToIt() {
        project.file("pom.xml", "<project><artifactId>maven-checkstyle-plugin</artifactId></project>");
        assertThat(new LintRung(commands).run(project.of("maven"), Map.of("A.java", "x"), Map.of(), Progress.NONE).orElseThrow().check().detail())
                .contains("checkstyle (pom.xml:1) is part of the build");
    }

    private Optional<Check> duplicates(Map<String, String> texts, Map<String, String> before) {
        return new DuplicateRung(RealCodeProcessor.create()).run(project.npm(), texts, before, List.of("acme"));
    }

    @Test
    void aSecondSetUpIsFoundWhereverTheFirstOneStands() {
        project.file("src/old.ts", "import { init } from 'acme'\ninit('k')\n");
        Check check = duplicates(Map.of("src/new.ts", "import { init } from 'acme'\n\ninit('k')\n"), Map.of()).orElseThrow();
        assertThat(check.status()).isEqualTo(Status.FAILED);
        assertThat(check.detail()).contains("acme init is set up twice, at src/new.ts:3 and src/old.ts:2");
        String text = "import Acme from 'acme'\nconst a = new Acme()\n";
        assertThat(duplicates(Map.of("src/a.ts", text), Map.of()).orElseThrow().status()).isEqualTo(Status.PASSED);
        assertThat(duplicates(Map.of("src/a.ts", text + "const b = new Acme()\n"), Map.of("src/a.ts", text)).orElseThrow().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void browserAndServerAreTwoPlacesAndSeveralObjectsAreNoSecondSetUp() {
        project.file("src/client.ts", "'use client'\nimport { init } from 'acme'\ninit('k')\n");
        assertThat(duplicates(Map.of("src/server.ts", "import { init } from 'acme'\ninit('k')\n"), Map.of()).orElseThrow().status()).isEqualTo(Status.PASSED);
        project.file("src/rooms.ts", "import { createRoom } from 'acme'\ncreateRoom(1)\n");
        assertThat(duplicates(Map.of("src/more.ts", "import { createRoom } from 'acme'\ncreateRoom(2)\n"), Map.of())).isEmpty();
        assertThat(duplicates(Map.of("src/other.ts", "import x from 'other'\nx()\n"), Map.of())).isEmpty();
    }

    @Test
    void aSecondProviderIsFound() {
        project.file("src/main.tsx", "import { AcmeProvider } from 'acme'\nrender(<AcmeProvider>\n<App />\n</AcmeProvider>)\n");
        Check check = duplicates(Map.of("src/App.tsx", "import { AcmeProvider } from 'acme'\nexport const App = () => <AcmeProvider><p /></AcmeProvider>\n"), Map.of()).orElseThrow();
        assertThat(check.detail()).contains("acme AcmeProvider is set up twice");
    }

    private Optional<Check> tests(Map<String, Optional<String>> before) {
        return new TestRung(commands).run(project.npm(), before, Progress.NONE);
    }

    @Test
    void testsThatFailedBeforeSayNothingOfTheIntegration() {
        project.file("package.json", "{\"scripts\": {\"test\": \"node --test\"}}").file("src/a.js", "after").file("src/new.js", "new").file("node_modules/x/index.js", "x");
        Map<String, Optional<String>> before = Map.of("src/a.js", Optional.of("before"), "src/new.js", Optional.empty());
        List<String> seen = new java.util.ArrayList<>();
        FakeCommands failing = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(1, "Error: boom"));
        failing.ran = command -> seen.add(ProjectFixture.text(command.folder().resolve("src/a.js")) + " " + command.folder().resolve("src/new.js").toFile().exists() + " "
                + command.folder().resolve("node_modules/x/index.js").toFile().exists());
        Check check = new TestRung(failing).run(project.npm(), before, Progress.NONE).orElseThrow();
        assertThat(check.status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(check.detail()).contains("failed before the integration as well");
        assertThat(seen).containsExactly("after true true", "before false true");
        assertThat(ProjectFixture.text(folder.resolve("src/a.js"))).isEqualTo("after");
        assertThat(ProjectFixture.text(folder.resolve("node_modules/x/index.js"))).as("links are not followed when the copy goes").isEqualTo("x");
    }

    @Test
    void testsThatPassedBeforeAndFailNowFail() {
        project.file("package.json", "{\"scripts\": {\"test\": \"node --test\"}}").file("a.js", "after");
        int[] calls = {0};
        commands = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(calls[0]++ == 0 ? 1 : 0, "Error: boom"));
        assertThat(tests(Map.of("a.js", Optional.of("before"))).orElseThrow().detail()).contains("passed before and fail now", "boom");
    }

    @Test
    void testsThatNeedABrowserOrAPersonAreNotStarted() {
        project.file("package.json", "{\"scripts\": {\"test\": \"playwright test\"}}");
        assertThat(tests(Map.of()).orElseThrow().status()).isEqualTo(Status.NOT_POSSIBLE);
        project.file("package.json", "{\"scripts\": {\"test\": \"jest --watch\"}}");
        assertThat(tests(Map.of()).orElseThrow().status()).isEqualTo(Status.NOT_POSSIBLE);
        project.file("package.json", "{\"scripts\": {\"test\": \"echo \\\"Error: no test specified\\\" && exit 1\"}}");
        assertThat(tests(Map.of())).isEmpty();
        assertThat(commands.asked).isEmpty();
    }
}
