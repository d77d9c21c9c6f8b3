package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.CommandsFixture;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real npm and Node.js; the registry is asked for one tiny package. */
class RealNpmTests {

    private final Commands commands = CommandsFixture.commands();

    @TempDir
    Path folder;

    @Test
    void localPackagesAreInstalledAndASecondInstallIsSkipped() {
        ProjectFixture project = new ProjectFixture(folder)
                .file("app/package.json", "{\"name\": \"app\", \"version\": \"1.0.0\", \"dependencies\": {\"chat\": \"file:../chat\"}}")
                .file("chat/package.json", "{\"name\": \"chat\", \"version\": \"2.1.0\"}");
        IntegrationValidator.Project app =
                new IntegrationValidator.Project(folder.resolve("app"), "", "npm", "npm", Map.of());

        Check first = new InstallRung(commands).run(app, false, Progress.NONE);
        assertThat(first.status()).as(first.toString()).isEqualTo(Status.PASSED);
        assertThat(folder.resolve("app/node_modules/chat/package.json")).exists();
        assertThat(new InstallRung(commands).run(app, false, Progress.NONE).detail()).contains("installed already");
        assertThat(project.root).isEqualTo(folder);
    }

    @Test
    void aPeerConflictBetweenLocalPackagesIsExplained() {
        new ProjectFixture(folder)
                .file("app/package.json", "{\"name\": \"app\", \"version\": \"1.0.0\","
                        + " \"dependencies\": {\"ui\": \"file:../ui-2.1.0.tgz\", \"chat\": \"file:../chat-1.4.0.tgz\"}}")
                .file("ui/package.json", "{\"name\": \"ui\", \"version\": \"2.1.0\"}")
                .file("chat/package.json",
                        "{\"name\": \"chat\", \"version\": \"1.4.0\", \"peerDependencies\": {\"ui\": \"^1.0.0\"}}");
        // A linked folder's peers are not looked at, a packed one's are.
        commands.run(new Commands.Command(
                folder, List.of("npm", "pack", "./ui", "./chat"), Map.of(), Duration.ofMinutes(1), line -> {}));
        IntegrationValidator.Project app =
                new IntegrationValidator.Project(folder.resolve("app"), "", "npm", "npm", Map.of());

        Check check = new InstallRung(commands).run(app, false, Progress.NONE);
        assertThat(check.status()).as(check.toString()).isEqualTo(Status.FAILED);
        assertThat(check.detail()).contains("wants ui ^1.0.0").contains("2.1.0");
        assertThat(new InstallRung(commands).run(app, true, Progress.NONE).detail()).contains("--legacy-peer-deps");
    }

    @Test
    void theRegistryIsAsked() {
        NpmRegistry registry = new NpmRegistry(commands, null);
        assertThat(registry.published(folder, "is-number", "^6.0.0").version()).isEqualTo("6.0.0");
        assertThat(new NpmRegistry(commands, "2099-01-01").published(folder, "is-number", "").version()).isNotNull();
        assertThat(registry.published(folder, "is-number", "^99.0.0"))
                .satisfies(published -> assertThat(published.version()).isNull())
                .satisfies(published -> assertThat(published.reachable()).isTrue());
        assertThat(registry.published(folder, "@likeminds-integration-agent/no-such-package", "").detail())
                .contains("is not in the registry");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNoNetwork() throws Exception {
        new ProjectFixture(folder).file("package.json", "{\"dependencies\": {\"is-number\": \"^7.0.0\"}}");
        Files.writeString(folder.resolve(".npmrc"), "registry=http://127.0.0.1:9/\nfetch-retries=0\ncache=" + folder.resolve("cache") + "\n");
        Check check = new InstallRung(commands)
                .run(new ProjectFixture(folder).npm(), false, Progress.NONE);
        assertThat(check.status()).as(check.toString()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(check.detail()).contains("no network");
        assertThat(new NpmRegistry(commands, null).published(folder, "is-number", "").reachable()).isFalse();
    }

    @Test
    void theProjectsOwnBuildIsRun() {
        ProjectFixture project = new ProjectFixture(folder)
                .file("package.json", "{\"scripts\": {\"check\": \"node --check src/server.js\"}}")
                .file("src/server.js", "const x = 1;\n");
        Check passed = new BuildRung(commands).run(project.npm(), Set.of("src/server.js"), Progress.NONE);
        assertThat(passed.status()).as(passed.toString()).isEqualTo(Status.PASSED);
        project.file("src/server.js", "const = 1;\n");
        Check failed = new BuildRung(commands).run(project.npm(), Set.of("src/server.js"), Progress.NONE);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.detail()).contains("src/server.js:1: SyntaxError").contains("was changed here");
        assertThat(List.of(failed.output())).isNotEmpty();
    }
}
