package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same thing under different names. */
class NameCheckTest {

    @TempDir
    Path folder;

    private ReviewFixture docs;

    @BeforeEach
    void fresh() {
        docs = new ReviewFixture(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "swift; Kit.shared.openRoom(key: key, userId: userId); Kit.shared.openRoom(key: \"KEY\", uuid: userId)",
        "swift; Kit.find(with: request); Kit.find(request: request)",
        "swift; Kit.find(request); Kit.find(request: request)",
        "kotlin; Kit.openRoom(userId = userId, name = name); Kit.openRoom(memberId = userId, name = name)",
        "dart; await kit.openRoom(userId: userId); await kit.openRoom(uuid: userId);",
        "python; kit.open_room(user_id=user_id); kit.open_room(userid=user_id)",
        "js; kit.openRoom({ userId: id, name }); kit.openRoom({ userID: id, name })"
    })
    void anArgumentWithTwoNamesIsFound(String language, String one, String other) {
        docs.page("ios/a.md", "# A\n\n```" + language + "\n" + one + "\n```\n").page("ios/b.md", "# B\n\n```" + language + "\n" + other + "\n```\n");
        assertThat(docs.places()).containsExactly("name-contradiction ios/b.md:4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "swift; Kit.openRoom(key: key, userId: userId); Kit.openRoom(key: key, completion: { })",
        "dart; Card(title: text); Card(subtitle: text)", "kotlin; Kit.openRoom(userId); Kit.openRoom(userId = userId)",
        "swift; func openRoom(userId: String) { }; Kit.openRoom(uuid: String)", "js; useQuery({ queryFn: load }); useQuery({ initialData: load })",
        "swift; Kit.openRoom(userId: nil); Kit.openRoom(uuid: nil)", "swift; Kit.openRoom(userId: userId); Other.openRoom(uuid: userId)"
    })
    void otherArgumentsAreNone(String language, String one, String other) {
        docs.page("ios/a.md", "# A\n\n```" + language + "\n" + one + "\n```\n").page("ios/b.md", "# B\n\n```" + language + "\n" + other + "\n```\n");
        assertThat(docs.places()).isEmpty();
    }

    @Test
    void aMemberWithOtherCapitalsOnTheSameTypeIsFound() {
        docs.page("android/a.md", "# A\n\nMake one with `RoomRequest.builder()`.\n\n```kotlin\nval request = RoomRequest.Builder().build()\n```\n")
                .page("android/b.md", "# B\n\n```kotlin\nval request = RoomRequest.Builder().id(1).build()\n```\n");
        assertThat(docs.review().findings()).singleElement().satisfies(finding -> {
            assertThat(ReviewFixture.place(finding)).isEqualTo("name-contradiction android/a.md:3");
            assertThat(finding.candidates()).containsExactly("RoomRequest.Builder");
        });
    }

    @Test
    void aMemberThatAWholeFamilyOfTypesWritesOtherwiseIsFound() {
        for (int i = 0; i < 8; i++) {
            docs.page("android/p" + i + ".md", "# P\n\n```kotlin\nval request = Get" + "ABCDEFGH".charAt(i) + "pplesRequest.Builder().build()\n```\n");
        }
        docs.page("android/q.md", "# Q\n\n```kotlin\nval request = PutPlumsRequest.builder().build()\n```\n");
        assertThat(docs.places()).containsExactly("name-contradiction android/q.md:4");
    }

    @Test
    void aNestedClassIsNoOtherNameOfAMethod() {
        docs.page("java/a.md", "# A\n\n```java\nvar one = new Client.Builder().build();\nvar two = Client.builder().build();\n```\n");
        docs.page("java/b.md", "# B\n\n```java\nvar three = Client.Options();\n```\n\n```kotlin\nval four = Client.options()\n```\n");
        assertThat(docs.places()).isEmpty();
    }

    @Test
    void theNameThatIsUsedMoreIsTheCandidate() {
        docs.page("ios/a.md", "# A\n\n```swift\nKit.openRoom(uuid: userId)\n```\n");
        for (String page : List.of("b", "c")) {
            docs.page("ios/" + page + ".md", "# B\n\n```swift\nKit.openRoom(userId: userId)\n```\n");
        }
        Finding finding = docs.review().findings().getFirst();
        assertThat(finding.page()).isEqualTo("ios/a.md");
        assertThat(finding.candidates()).containsExactly("userId");
        assertThat(finding.message()).isEqualTo("Kit.openRoom gets 'userId' as 'uuid' here and as 'userId' in ios/b.md:4.");
    }

    @Test
    void aTypeWithOtherCapitalsIsFound() {
        for (String page : List.of("a", "b", "c", "d")) {
            docs.page("x/" + page + ".md", "# " + page + "\n\nUse `RoomListView` here, and `roomListView` is a variable.\n");
        }
        docs.page("x/e.md", "# E\n\nUse `RoomListview`, see [it](https://example.org/RoomlistView).\n");
        assertThat(docs.places()).containsExactly("name-contradiction x/e.md:3");
    }

    @Test
    void aTableThatSpellsAParameterInAnotherWayIsFound() {
        String table = "# A\n\n| Parameter | Type |\n|---|---|\n| `userID` | string |\n| `room_id` | string |\n| `colour` | string |\n\n";
        docs.page("a.md", table + "```js\nopen({ userId: 1, roomId: 2, color: 3 });\n```\n");
        assertThat(docs.places()).containsExactly("name-contradiction a.md:5");
    }
}
