package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.SampleProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceTests {

    @TempDir
    Path folder;

    private boolean holds(String text, String name) {
        new SampleProject(folder).with("src/a.tsx", text);
        return new Presence(Given.files(folder)).anywhere(List.of(name));
    }

    @Test
    void elementsAndCallsCount() {
        assertThat(holds("<Acme.Provider x={1}>", "Acme.Provider")).isTrue();
        assertThat(holds("<Provider>", "Provider")).isTrue();
        assertThat(holds("const c = new Client<Kind>({})", "Client")).isTrue();
        assertThat(holds("export const c = $client({})", "$client")).isTrue();
    }

    @Test
    void namesInsideOtherNamesAndMembersDoNot() {
        assertThat(holds("<ProviderList>", "Provider")).isFalse();
        assertThat(holds("<AcmexProvider>", "Acme.Provider")).isFalse();
        assertThat(holds("router.use(x)", "use")).isFalse();
        assertThat(holds("makeClient()", "Client")).isFalse();
        assertThat(holds("my$client()", "$client")).isFalse();
    }

    @Test
    void commentsAndDeclarationsOfTheSameNameDoNot() {
        assertThat(holds("// later: <AcmeProvider> goes here\n/* new Client() */\n", "AcmeProvider")).isFalse();
        assertThat(holds("// new Client()\n", "Client")).isFalse();
        assertThat(holds("export function rateLimit(hits: number) { return hits }\n", "rateLimit")).isFalse();
    }

    @Test
    void importsCountWithTheirExtensionAndAlias() {
        new SampleProject(folder).with("src/a.ts", "import x from '@/parts/Board.vue'\nimport y from '../lib'\n");
        Presence presence = new Presence(Given.files(folder));
        assertThat(presence.imported("src/parts/Board.vue")).isTrue();
        assertThat(presence.imported("src/lib/index.ts")).isTrue();
        assertThat(presence.imported("src/parts/Boards.vue")).isFalse();
    }
}
