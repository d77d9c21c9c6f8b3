package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelocationTests {

    @Test
    void followsAFileThatLandsInAnotherFolder() {
        String code = "import x from '../../texts/a';\nconst y = await import(`../../texts/${name}.json`);\nimport 'pkg';\n";
        assertThat(Relocation.adapt(code, "src/lang/load.ts", "lang/load.ts", path -> path.replaceFirst("^src/", "")))
                .isEqualTo("import x from '../texts/a';\nconst y = await import(`../texts/${name}.json`);\nimport 'pkg';\n");
    }

    @Test
    void changesNothingWhereTheFileLandsAsTheGuideHasIt() {
        String code = "import x from './y';\n";
        assertThat(Relocation.adapt(code, "src/a.ts", "src/a.ts", path -> path)).isSameAs(code);
    }
}
