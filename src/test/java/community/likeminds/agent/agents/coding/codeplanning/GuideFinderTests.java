package community.likeminds.agent.agents.coding.codeplanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.requirementanalysis.RequestReader;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideFinderTests {

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() {
        SampleProject.viteReact(folder);
    }

    private static Page guide(String path, String title, String words) {
        return Given.page(path, "# " + title + "\n\n" + words + "\n\n## Install\n\n```bash\nnpm install @acme/kit\n```\n\n```jsx\nimport { Kit } from '@acme/kit'\n```\n");
    }

    private List<String> ranked(String request, Page... pages) {
        return new GuideFinder(List.of(pages)).rank(RequestReader.read(request), Given.project(folder)).stream().map(one -> one.page().path()).toList();
    }

    @Test
    void pagesOfOtherPlatformsAreNoGuides() {
        assertThat(ranked("Set up Acme chat.", guide("android/chat.md", "Chat", "chat"), guide("react/chat.md", "Chat", "chat"), guide("flutter/chat.md", "Chat", "chat")))
                .containsExactly("react/chat.md");
    }

    @Test
    void theTopicThatIsAskedForComesFirst() {
        assertThat(ranked("Add the Acme feed.", guide("react/chat.md", "Chat", "Messages between people."), guide("react/feed.md", "Feed", "Posts of people.")))
                .startsWith("react/feed.md");
    }

    @Test
    void whatIsNotWantedComesLast() {
        assertThat(ranked("Set up Acme without chat.", guide("react/chat.md", "Acme chat", "chat"), guide("react/start.md", "Acme", "start"))).startsWith("react/start.md");
    }

    @Test
    void thePlainGuideIsPreferredToAnUpgrade() {
        assertThat(ranked("Install Acme.", guide("migration.md", "Migrating Acme", "Install the new one."), guide("install.md", "Installing Acme", "Install it.")))
                .startsWith("install.md");
    }

    @Test
    void ofSeveralVersionsTheNewestOrTheProjectsOwn() {
        Page one = guide("v1/start.md", "Acme", "start");
        Page two = guide("v2/start.md", "Acme", "start");
        assertThat(ranked("Set up Acme.", one, two)).startsWith("v2/start.md");
        SampleProject project = new SampleProject(folder);
        project.with("package.json", project.text("package.json").replace("\"react\":", "\"@acme/kit\": \"^1.3.0\",\n    \"react\":"));
        assertThat(ranked("Set up Acme.", one, two)).containsExactly("v1/start.md");
    }

    private void require(String request, Page... pages) {
        new Coverage(new GuideFinder(List.of(pages))).require(RequestReader.read(request), Given.project(folder));
    }

    private void refused(String code, String request, Page... pages) {
        assertThatThrownBy(() -> require(request, pages)).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.kind()).isEqualTo(AgentException.Kind.REFUSED);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @Test
    void documentationOfOtherPlatformsIsRefused() {
        refused("documentation-other-platform", "Set up Acme.", Given.page("android/start.md", "# Start\n\n```kotlin\nimplementation(\"a:b:1\")\n```\n"));
        refused("documentation-other-platform", "Set up Acme.", Given.page("start.md", "# Start\n\n```bash\npip install acme\n```\n"));
    }

    @Test
    void aFeatureThatNoPageSpeaksOfIsRefused() {
        Page page = guide("react/feed.md", "Feed", "Posts of people, with comments.");
        refused("feature-not-documented", "Add Acme video calls.", page);
        refused("feature-not-documented", "Add payments.", page);
        assertThatCode(() -> require("Add the Acme feed.", page)).doesNotThrowAnyException();
        assertThatCode(() -> require("Set up Acme in this app.", page)).doesNotThrowAnyException();
        assertThatCode(() -> require("Add comments to this app.", page)).doesNotThrowAnyException();
    }

    @Test
    void whatIsDoneWithAThingHasManyNames() {
        Page page = guide("react/errors.md", "Acme", "Errors of your app are captured and sent to Acme.");
        assertThatCode(() -> require("Add Acme error reporting to this app.", page)).doesNotThrowAnyException();
        assertThatCode(() -> require("Add error tracking.", page)).doesNotThrowAnyException();
        refused("feature-not-documented", "Add location tracking.", page);
        refused("feature-not-documented", "Add Acme payment handling.", page);
    }

    @Test
    void aThingHasManyForms() {
        Page page = guide("web/start.md", "Acme", "Acme counts visits of your site and lets people share what they see.");
        assertThatCode(() -> require("Add Acme visit counting.", page)).doesNotThrowAnyException();
        assertThatCode(() -> require("Add sharing to this app.", page)).doesNotThrowAnyException();
        refused("feature-not-documented", "Add Acme visitor chats.", page);
        refused("feature-not-documented", "Add siting.", guide("web/start.md", "Acme", "Acme counts guests."));
    }

    @Test
    void whatAProductIsNeedNotBeSaidByAGuideOfFewPages() {
        Page page = guide("web/start.md", "Acme", "Acme makes it easy to get data about usage of your app.");
        assertThatCode(() -> require("Add Acme analytics.", page)).doesNotThrowAnyException();
        refused("feature-not-documented", "Add analytics.", page);
        Page[] many = java.util.stream.IntStream.range(0, 13).mapToObj(i -> guide("web/page" + i + ".md", "Acme " + i, "Acme makes it easy to get data.")).toArray(Page[]::new);
        refused("feature-not-documented", "Add Acme analytics.", many);
    }
}
