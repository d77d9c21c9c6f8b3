package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerHealthTests {

    @TempDir
    Path folder;

    @Test
    void aSecondReactIsFoundWhereverTheAddedPackageBringsIt() {
        ProjectFixture project = new ProjectFixture(folder)
                .file("package.json", "{}")
                .installed("node_modules/react", "react", "19.1.0")
                .installed("node_modules/feed", "feed", "2.0.0", "\"dependencies\": {\"widgets\": \"1\"}")
                .installed("node_modules/widgets", "widgets", "1.0.0", "\"dependencies\": {\"react\": \"^18.0.0\"}")
                .installed("node_modules/widgets/node_modules/react", "react", "18.3.1")
                .installed("node_modules/old", "old", "1.0.0", "\"dependencies\": {\"react\": \"^17.0.0\"}")
                .installed("node_modules/old/node_modules/react", "react", "17.0.2");

        Check check = new PeerHealth(project.root, project.root).check(List.of("feed", "not-there"));

        assertThat(check.status()).isEqualTo(Status.FAILED);
        assertThat(check.detail())
                .startsWith("feed needs widgets, which brings a second react 18.3.1 (it wants ^18.0.0) beside the app's 19.1.0:")
                .doesNotContain("17.0.2");
    }

    @Test
    void oneReactForAllIsHealthy() {
        ProjectFixture project = new ProjectFixture(folder)
                .file("apps/web/package.json", "{}")
                .installed("node_modules/react", "react", "19.1.0")
                .installed("node_modules/feed", "feed", "2.0.0", "\"peerDependencies\": {\"react\": \">=18\"}");
        assertThat(new PeerHealth(project.root, folder.resolve("apps/web")).check(List.of("feed")).status())
                .isEqualTo(Status.PASSED);
    }
}
