package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rungs that answer without a network or a package manager. */
class LadderTests {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void makeProject() {
        project = new ProjectFixture(folder);
    }

    @Test
    void syntaxErrorsNameFileAndPlace() {
        SyntaxRung rung = new SyntaxRung(new NoSourceCode());
        Check check = rung.run(Map.of("a.made-up", "fine", "b.made-up", "is broken", "c.unknown", "broken"));
        assertThat(check.status()).isEqualTo(Status.FAILED);
        assertThat(check.detail()).isEqualTo("A changed file does not parse: b.made-up:1:4: Unexpected 'broken'.");
        assertThat(rung.run(Map.of("a.made-up", "fine")).detail()).isEqualTo("1 file parses.");
    }

    @Test
    void secretsMayOnlyStandInLocalEnvironmentFiles() {
        SecretsRung rung = new SecretsRung();
        Map<String, String> texts =
                Map.of(".env", "K=sk-12345", "apps/.env.local", "K=sk-12345", "src/a.ts", "k = 'sk-12345'");
        assertThat(rung.run(texts, List.of("sk-12345")).detail()).contains("src/a.ts").doesNotContain("env.local");
        assertThat(rung.run(Map.of(".env.example", "K=sk-12345"), List.of("sk-12345")).status())
                .isEqualTo(Status.FAILED);
        assertThat(rung.run(texts, List.of("other-secret")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void installIsSkippedWhenEverythingIsThere() {
        project.file("package.json", "{\"dependencies\": {\"chat\": \"^2.0.0\"}, \"devDependencies\": {\"tool\": \"latest\"}}")
                .file("node_modules/.package-lock.json", "{}")
                .file("package-lock.json", "{\"packages\": {\"node_modules/chat\": {}, \"node_modules/tool\": {}}}")
                .installed("node_modules/chat", "chat", "2.3.0")
                .installed("node_modules/tool", "tool", "1.0.0");
        FakeCommands commands = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(0, ""));

        assertThat(install(commands, false).detail()).contains("installed already");
        assertThat(commands.asked).isEmpty();

        project.installed("node_modules/chat", "chat", "1.9.0");
        assertThat(install(commands, false).detail()).isEqualTo("The dependencies were installed with npm.");
        assertThat(commands.asked).containsExactly("npm install --no-audit --no-fund --loglevel=error");
    }

    @Test
    void aPeerConflictIsOnlyAcceptedWhenToldToAndIsTold() {
        project.file("package.json", "{\"dependencies\": {\"chat\": \"^2.0.0\"}}");
        String conflict = "npm error code ERESOLVE\nFound: react@19.0.0\nCould not resolve dependency:\npeer react@\"^18\" from chat@2.0.0\n";
        FakeCommands commands = new FakeCommands(
                Set.of("npm"), text -> text.contains("legacy") ? FakeCommands.said(0, "") : FakeCommands.said(1, conflict));
        assertThat(install(commands, false).status()).isEqualTo(Status.FAILED);
        assertThat(install(commands, true))
                .satisfies(check -> assertThat(check.status()).isEqualTo(Status.PASSED))
                .satisfies(check -> assertThat(check.detail()).contains("--legacy-peer-deps").contains("chat@2.0.0 wants react ^18"))
                .satisfies(check -> assertThat(check.command()).endsWith("--legacy-peer-deps"));
    }

    @Test
    void withoutItsProgramARungIsNotPossible() {
        project.file("package.json", "{\"dependencies\": {\"chat\": \"1\"}, \"scripts\": {\"build\": \"x\"}}");
        FakeCommands none = new FakeCommands(Set.of(), text -> FakeCommands.said(0, ""));
        assertThat(install(none, false).status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(new BuildRung(none).run(project.npm(), Set.of(), Progress.NONE).detail()).contains("'npm'");
        assertThat(new BuildRung(none).run(project.of("gradle"), Set.of(), Progress.NONE))
                .satisfies(check -> assertThat(check.status()).isEqualTo(Status.NOT_POSSIBLE))
                .satisfies(check -> assertThat(check.detail()).contains("gradle"));
        assertThat(new BuildRung(none).run(project.of("cobol"), Set.of(), Progress.NONE).status())
                .isEqualTo(Status.NOT_POSSIBLE);
    }

    @Test
    void theBuildScriptIsRunAndItsFirstErrorIsTold() {
        project.file("package.json", "{\"scripts\": {\"build\": \"tsc && vite build\"}}");
        FakeCommands commands = new FakeCommands(
                Set.of("npm"), text -> FakeCommands.said(2, "src/App.tsx(3,1): error TS2304: Cannot find name 'Chat'.\n"));
        Check check = new BuildRung(commands).run(project.npm(), Set.of("src/App.tsx"), Progress.NONE);
        assertThat(check.status()).isEqualTo(Status.FAILED);
        assertThat(check.command()).isEqualTo("npm run build");
        assertThat(check.detail()).isEqualTo("'npm run build' failed: src/App.tsx:3: Cannot find name 'Chat'."
                + " The error is in a file that was changed here: src/App.tsx.");
        assertThat(new BuildRung(commands).run(project.npm(), Set.of("src/x.ts"), Progress.NONE).detail())
                .contains("may have failed before");
    }

    @Test
    void typesAreCheckedWhereTheBuildDoesNotAndOldErrorsAreNoFailure() {
        project.file("package.json", "{\"scripts\": {\"build\": \"vite build\", \"typecheck\": \"tsc --noEmit\"}}")
                .file("tsconfig.json", "{}");
        FakeCommands commands = new FakeCommands(Set.of("npm"), text -> text.endsWith("typecheck")
                ? FakeCommands.said(2, "src/old.ts(1,1): error TS1: Old.\n")
                : FakeCommands.said(0, "built"));
        Check old = new BuildRung(commands).run(project.npm(), Set.of("src/new.ts"), Progress.NONE);
        assertThat(old.status()).isEqualTo(Status.PASSED);
        assertThat(old.detail()).contains("none of them in a file that was changed here");
        assertThat(new BuildRung(commands).run(project.npm(), Set.of("src/old.ts"), Progress.NONE).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void aBuildThatResolvesDependenciesItselfNeedsNoInstall() {
        FakeCommands maven = new FakeCommands(Set.of("mvn"), text -> FakeCommands.said(0, ""));
        assertThat(new InstallRung(maven).run(project.of("maven"), false, Progress.NONE).status()).isEqualTo(Status.PASSED);
        assertThat(new InstallRung(maven).run(project.of("gradle"), false, Progress.NONE).status())
                .isEqualTo(Status.NOT_POSSIBLE);
        assertThat(maven.asked).isEmpty();
    }

    private Check install(FakeCommands commands, boolean accept) {
        return new InstallRung(commands).run(project.npm(), accept, Progress.NONE);
    }
}
