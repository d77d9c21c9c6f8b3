package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTests {

    private static final String BEFORE = """
            {"scripts": {"build": "tsc", "postinstall": "own"}, "dependencies": {"own": "file:../own"}}""";

    @ParameterizedTest
    @ValueSource(strings = {
        "{'scripts': {'build': 'tsc', 'postinstall': 'touch x'}}",
        "{'scripts': {'build': 'tsc', 'prepare': 'touch x'}}",
        "{'scripts': {'build': 'tsc', 'prebuild': 'touch x'}}",
        "{'scripts': {'build': 'tsc', 'dependencies': 'touch x'}}",
        "{'dependencies': {'acme': 'file:../x'}}",
        "{'dependencies': {'acme': 'git+ssh://host/x'}}",
        "{'devDependencies': {'acme': 'someone/acme'}}",
        "{'dependencies': {'react': 'npm:other@1'}}",
        "{'overrides': {'react': '1'}}",
        "{'pnpm': {'overrides': {}}}",
        "{'packageManager': 'yarn@9.9.9'}",
        "{'broken'"
    })
    void leavesToThePersonWhatRunsOrComesFromElsewhere(String after) {
        assertThat(Reach.manifest(BEFORE, after.replace('\'', '"'))).endsWith("yours to make.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'scripts': {'build': 'tsc', 'postinstall': 'own', 'lint': 'eslint', 'predict': 'x'}, 'dependencies': {'own': 'file:../own'}}",
        "{'dependencies': {'acme': '^1.2.0', 'b': '>=1 <3 || 5.x', 'c': 'latest', 'd': 'workspace:*'}}",
        "{'type': 'module', 'browserslist': ['last 2 versions'], 'msw': {'workerDirectory': 'public'}}"
    })
    void letsTheRestPass(String after) {
        assertThat(Reach.manifest("\uFEFF" + BEFORE, after.replace('\'', '"'))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ".npmrc", "web/.npmrc", ".yarnrc.yml", ".pnpmfile.cjs", ".github/workflows/ci.yml", ".vscode/tasks.json", ".husky/pre-commit",
        ".yarn/releases/yarn.cjs", ".mvn/jvm.config", ".gitlab-ci.yml"
    })
    void leavesFilesToThePersonThatOtherProgramsRun(String path) {
        assertThat(Reach.file(path)).contains(path);
    }

    @Test
    void ordinaryFilesAreWithinReach() {
        assertThat(Reach.file("src/App.tsx") + Reach.file("vite.config.ts") + Reach.file(".eslintrc.json") + Reach.file("messages/en.json"))
                .isEmpty();
    }
}
