package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that are not there, and slips of the pen in their names. */
class PackageCheckTest {

    @TempDir
    Path folder;

    @Test
    void whatTheRegistryDoesNotHaveIsProven() {
        ReviewFixture docs = new ReviewFixture(folder).published("@kit/room-sdk", "left", "org.kit:room")
                .page("a.md", "# A\n\n```sh\nnpm i @kit/room-sdk @kit/rooms-sdk left\npip install kit\n```\n\n```groovy\nimplementation 'org.kit:room:1.0'\n"
                        + "implementation 'org.kit:rooms:1.0'\n```\n\n```js\nimport a from '@kit/roomsdk/sub';\nimport fs from 'fs';\nimport b from './b';\n```\n");
        Review review = docs.review();
        assertThat(review.findings()).extracting(ReviewFixture::place)
                .containsExactly("package-missing a.md:4", "package-missing a.md:10", "package-missing a.md:14");
        assertThat(review.findings().getFirst().candidates()).containsExactly("@kit/room-sdk");
        assertThat(review.notChecked()).anyMatch(sentence -> sentence.startsWith("1 package of python were not looked up"));
    }

    @Test
    void whatCannotBeAskedIsNotChecked() {
        Review review = new ReviewFixture(folder).page("a.md", "# A\n\n```sh\nnpm i kit\n```\n").review();
        assertThat(review.findings()).isEmpty();
        assertThat(review.notChecked()).containsExactly("Packages and published types were not checked, because no registry was to be asked.");
    }

    @Test
    void artifactsOfOtherRepositoriesAreNotDenied() {
        ReviewFixture docs = new ReviewFixture(folder).published()
                .page("a.md", "# A\n\n```groovy\nmaven { url 'https://jitpack.io' }\nimplementation 'org.kit:room:1.0'\n```\n");
        assertThat(docs.review().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"@roomkit/core, @rommkit/core, true", "@kit/room-sdk, @kit/sdk-room, true", "roomkit-js, roomkti-js, false", "roomkit-js, roomkit-j, true",
        "@kit/feed-js, @kit/feed-rn, false", "react, preact, false", "@kit/core, core, false"})
    void slipsAreTold(String frequent, String rare, boolean slip) {
        assertThat(PackageCheck.slip(rare, frequent)).isEqualTo(slip);
    }

    @Test
    void aSlipIsFoundWithoutARegistry() {
        ReviewFixture docs = new ReviewFixture(folder);
        for (String page : List.of("a", "b", "c", "d")) {
            docs.page(page + ".md", "# " + page + "\n\n```js\nimport { x } from '@roomkit/core';\n```\n");
        }
        docs.page("e.md", "# E\n\n```js\nimport { x } from '@romkit/core/sub';\n```\n");
        Finding finding = docs.review().findings().getFirst();
        assertThat(ReviewFixture.place(finding)).isEqualTo("name-contradiction e.md:4");
        assertThat(finding.candidates()).containsExactly("@roomkit/core");
    }
}
