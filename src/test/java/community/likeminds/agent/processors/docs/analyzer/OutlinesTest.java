package community.likeminds.agent.processors.docs.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.GuideOutline.Alternative;
import community.likeminds.agent.processors.docs.GuideOutline.CodeState;
import community.likeminds.agent.processors.docs.GuideOutline.Option;
import community.likeminds.agent.processors.docs.GuideOutline.Prerequisite;
import community.likeminds.agent.processors.docs.GuideOutline.Step;
import community.likeminds.agent.processors.docs.GuideOutline.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinesTest {

    private static GuideOutline outline(String text) {
        return Outlines.of(Site.alone("docs").parse("guide.mdx", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void prerequisitesHaveVersionsAccessAndLinks() {
        GuideOutline outline = outline("""
                # Add rooms

                ## Prerequisites

                You need these:

                - Node.js 18 or later and npm 9+
                - An [account](https://orbit.example/join) with an API key
                - The app of [the first guide](../start.md)

                ## Step 1: Install

                ```sh
                npm install @orbit/kit
                ```
                """);
        assertThat(outline.prerequisites()).extracting(Prerequisite::text).containsExactly(
                "Node.js 18 or later and npm 9+", "An account with an API key", "The app of the first guide");
        assertThat(outline.prerequisites()).extracting(Prerequisite::versions).containsExactly(
                List.of(new Version("Node.js", "18", true), new Version("npm", "9", true)), List.of(), List.of());
        assertThat(outline.prerequisites()).extracting(Prerequisite::access).containsExactly(false, true, false);
        assertThat(outline.prerequisites()).extracting(Prerequisite::links)
                .containsExactly(List.of(), List.of("https://orbit.example/join"), List.of("../start.md"));
        assertThat(outline.prerequisites().getFirst().lines().start()).isEqualTo(7);
        assertThat(outline.stated()).isTrue();
        assertThat(outline.steps()).extracting(Step::title).containsExactly("Install");
    }

    @Test
    void aSentenceBeforeTheStepsIsOneToo() {
        GuideOutline outline = outline("""
                # Add rooms

                Rooms are where people meet.

                Before you begin, make sure you have:

                - Xcode 15.2

                Rooms can be public.

                ## 1. Install

                Make sure you save the file.

                ```sh
                pod install
                ```
                """);
        assertThat(outline.prerequisites()).extracting(Prerequisite::text).containsExactly("Xcode 15.2");
        assertThat(outline.prerequisites().getFirst().versions()).containsExactly(new Version("Xcode", "15.2", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Node 20 or higher|Node|20|true", "Android Studio >= 2023.1|Android Studio|2023.1|true", "minSdkVersion 21|minSdkVersion|21|false",
        "Java (version 17+)|Java|17|true", "iOS 13.0 and above|iOS|13.0|true", "React Native v0.72|React Native|0.72|false", "Spring Boot 3.x|Spring Boot|3|false"
    })
    void versionsInTheirSpellings(String text, String name, String number, boolean orLater) {
        assertThat(Prerequisites.versions(text)).containsExactly(new Version(name, text.endsWith(".x") ? number + ".x" : number, orLater));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Step 2 comes next", "See Table 3", "In 5 minutes", "an app of version 2", "the file a.js"})
    void otherNumbersAreNoVersions(String text) {
        assertThat(Prerequisites.versions(text)).isEmpty();
    }

    @Test
    void stepsWithinSteps() {
        GuideOutline outline = outline("""
                # Add rooms

                <Steps>
                <Step title="Install">

                ```sh
                npm install @orbit/kit
                ```

                </Step>
                <Step title="Set up (optional)">

                1. Make the file

                   ```js title="src/orbit.js"
                   start()
                   ```

                2. Call it

                   ```js
                   open()
                   ```

                </Step>
                </Steps>
                """);
        assertThat(outline.steps()).extracting(Step::level, Step::number, Step::title, Step::optional).containsExactly(
                org.assertj.core.groups.Tuple.tuple(1, 1, "Install", false), org.assertj.core.groups.Tuple.tuple(1, 2, "Set up", true),
                org.assertj.core.groups.Tuple.tuple(2, 1, "Make the file", false), org.assertj.core.groups.Tuple.tuple(2, 2, "Call it", false));
        assertThat(outline.code()).extracting(CodeState::step).containsExactly(1, 2, 2);
        assertThat(outline.code()).extracting(CodeState::file).containsExactly("", "src/orbit.js", "");
    }

    @Test
    void sectionsWithCodeStandInForSteps() {
        GuideOutline outline = outline("""
                # Add rooms

                Text.

                ## Install

                ```sh
                npm install @orbit/kit
                ```

                ## Background

                Text.

                ## Use

                ### In a page

                ```js
                open()
                ```

                ## Troubleshooting

                ```sh
                npm ls
                ```
                """);
        assertThat(outline.stated()).isFalse();
        assertThat(outline.steps()).extracting(Step::title).containsExactly("Install", "Use");
        assertThat(outline.code()).extracting(CodeState::step).containsExactly(1, 2, 0);
    }

    @Test
    void tabsAreAlternativesUnlessTheyAreFilesThatBelongTogether() {
        GuideOutline outline = outline("""
                # Add rooms

                ## Step 1: Write

                <Tabs>
                <TabItem label="npm">

                ```sh
                npm install @orbit/kit
                ```

                </TabItem>
                <TabItem label="yarn">

                ```sh
                yarn add @orbit/kit
                ```

                </TabItem>
                </Tabs>

                <Tabs>
                <TabItem label="room.js">

                ```js
                open()
                ```

                </TabItem>
                <TabItem label="room.css">

                ```css
                a { color: red }
                ```

                </TabItem>
                </Tabs>
                """);
        assertThat(outline.alternatives()).extracting(one -> one.options().stream().map(Option::label).toList())
                .containsExactly(List.of("npm", "yarn"), List.of("room.js", "room.css"));
        assertThat(outline.alternatives()).extracting(Alternative::together).containsExactly(false, true);
        assertThat(outline.alternatives()).extracting(Alternative::step).containsExactly(1, 1);
    }

    @ParameterizedTest
    @CsvSource({"next.config.ts, next.config.js, false", "application.yml, application.properties, false", "Room.java, Room.kt, false", "a.ts, b.ts, true", "npm, a.ts, false"})
    void oneFileInSeveralLanguagesIsAChoice(String one, String other, boolean together) {
        GuideOutline outline = outline("# A\n\n<Tabs>\n<TabItem label=\"" + one + "\">\n\n```\na\n```\n\n</TabItem>\n<TabItem label=\"" + other
                + "\">\n\n```\nb\n```\n\n</TabItem>\n</Tabs>\n");
        assertThat(outline.alternatives()).singleElement().satisfies(tabs -> assertThat(tabs.together()).isEqualTo(together));
    }

    @Test
    void aLaterStateOfTheSameCodeSupersedesTheEarlierOne() {
        GuideOutline outline = outline("""
                # Add rooms

                ```js title="src/app.js"
                import { kit } from '@orbit/kit';
                const client = kit.client();
                client.connect();
                ```

                ```js title="src/other.js"
                import { kit } from '@orbit/kit';
                const client = kit.client();
                client.connect();
                client.leave();
                ```

                ```js title="src/app.js"
                import { kit } from '@orbit/kit';
                const client = kit.client();
                client.connect();
                client.open('lobby');
                ```
                """);
        List<CodeState> code = outline.code();
        assertThat(code).extracting(CodeState::supersededBy).containsExactly(code.get(2).block(), -1, -1);
    }

    @Test
    void aPageWithoutAnythingOfThatHasAnEmptyOutline() {
        GuideOutline outline = outline("# Rooms\n\nRooms are where people meet.\n");
        assertThat(outline).isEqualTo(new GuideOutline(List.of(), false, List.of(), List.of(), List.of()));
        assertThat(outline("")).isEqualTo(new GuideOutline(List.of(), false, List.of(), List.of(), List.of()));
    }
}
