package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmRegistryTests {

    @TempDir
    Path folder;

    @Test
    void theTagLatestWinsInRangeAndOptionalPeersAreLeftOut() {
        Published published = ask(null, "^4.0.0", """
                npm warn Unknown user config "x".
                [{"name": "chat", "version": "4.1.0", "dist-tags": {"latest": "4.2.0"}},
                 {"name": "chat", "version": "4.2.0", "dist-tags": {"latest": "4.2.0"},
                  "peerDependencies": {"react": ">=18", "ws": "^8"}, "peerDependenciesMeta": {"ws": {"optional": true}}},
                 {"name": "chat", "version": "4.3.0-beta.1", "dist-tags": {"latest": "4.2.0"}}]
                """);
        assertThat(published.version()).isEqualTo("4.2.0");
        assertThat(published.peers()).isEqualTo(Map.of("react", ">=18"));
    }

    @Test
    void nothingPublishedAfterTheDateIsTaken() {
        FakeCommands commands = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(0, text.contains(" time ")
                ? """
                {"time": {"created": "2020-01-01T00:00:00Z", "1.0.0": "2024-01-01T00:00:00.123Z", "1.10.0": "2025-01-01T00:00:00+00:00",
                  "1.9.0": "2025-02-01T00:00:00Z", "1.11.0": "2026-02-01T00:00:00Z", "2.0.0-rc.1": "2025-01-01T00:00:00Z"},
                 "dist-tags": {"latest": "1.11.0"}}
                """
                : "{\"name\": \"chat\", \"version\": \"1.10.0\", \"peerDependencies\": {\"vue\": \"3\"}}"));
        Published published = new NpmRegistry(commands, "2025-10-01").published(folder, "chat", "");
        assertThat(published.version()).isEqualTo("1.10.0");
        assertThat(published.peers()).containsEntry("vue", "3");
        assertThat(commands.asked).last().asString().startsWith("npm view chat@1.10.0 ");
    }

    @Test
    void aPackageThatDoesNotExistIsToldFromARegistryThatDoesNotAnswer() {
        Published missing = ask(null, "", "{\"error\": {\"code\": \"E404\", \"summary\": \"Not Found - GET x\"}}", 1);
        assertThat(missing.version()).isNull();
        assertThat(missing.reachable()).isTrue();
        assertThat(missing.detail()).contains("is not in the registry");

        Published noVersion =
                ask(null, "^99", "{\"error\": {\"code\": \"E404\", \"summary\": \"No match found for version ^99\"}}", 1);
        assertThat(noVersion.version()).isNull();
        assertThat(noVersion.detail()).contains("no version of it matches ^99");

        Published offline = ask(null, "", "{\"error\": {\"code\": \"ENOTFOUND\", \"summary\": \"request failed\"}}", 1);
        assertThat(offline.reachable()).isFalse();
    }

    @Test
    void whatIsNoNameIsNeverPassedToAProgram() {
        FakeCommands commands = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(0, "{}"));
        NpmRegistry registry = new NpmRegistry(commands, null);
        assertThat(registry.published(folder, "--registry=http://evil.example", "").version()).isNull();
        assertThat(registry.published(folder, "chat", "1; rm -rf /").version()).isNull();
        assertThat(commands.asked).isEmpty();
    }

    private Published ask(@org.jspecify.annotations.Nullable String before, String wanted, String output) {
        return ask(before, wanted, output, 0);
    }

    private Published ask(@org.jspecify.annotations.Nullable String before, String wanted, String output, int exit) {
        FakeCommands commands = new FakeCommands(Set.of("npm"), text -> FakeCommands.said(exit, output));
        return new NpmRegistry(commands, before).published(folder, "chat", wanted);
    }
}
