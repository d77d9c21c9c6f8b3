package community.likeminds.agent.processors.docs.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageParserTest {

    private static Page md(String text) {
        return PageParser.parse("docs", "guide.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Page mdx(String text) {
        return PageParser.parse("docs", "guide.mdx", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Block> codes(Page page) {
        return page.blocks().stream().filter(one -> one.kind() == Block.Kind.CODE).toList();
    }

    private static List<String> files(Block block) {
        return block.code().files().stream().map(one -> one.origin() + " " + one.path()).toList();
    }

    private static List<String> containers(Block block) {
        return block.containers().stream().map(one -> one.kind() + " " + one.label()).toList();
    }

    @Test
    void readsFrontMatterFlat() {
        Page page = md("""
                ---
                title: "Set up *Orbit*"
                tags: [a, b]
                seo:
                  image: x.png
                ---
                # Other
                """);
        assertThat(page.title()).isEqualTo("Set up Orbit");
        assertThat(page.frontMatter()).containsEntry("tags", "a, b").containsEntry("seo.image", "x.png");
        assertThat(page.blocks().getFirst().lines()).isEqualTo(new LineRange(7, 7));
    }

    @Test
    void keepsThePageWhenItsFrontMatterIsBroken() {
        Page page = md("""
                ---
                title: Set up: the hard way
                other: [unclosed
                ---
                Text.
                """);
        assertThat(page.title()).isEqualTo("Set up: the hard way");
        assertThat(page.blocks()).extracting(Block::text).containsExactly("Text.");
    }

    @Test
    void takesTwoThematicBreaksForWhatTheyAre() {
        assertThat(md("---\n\nJust words\n\n---\n\nMore").blocks()).extracting(Block::text).containsExactly("Just words", "More");
    }

    @Test
    void titleIsTheFirstHeadingElseTheFile() {
        assertThat(md("Intro\n\n## Use `orbit` {#use}\n").title()).isEqualTo("Use orbit");
        assertThat(md("Intro").title()).isEqualTo("guide.md");
        assertThat(md("<h1 align=\"center\">\n  <img src=\"x.png\">\n  Orbit\n</h1>\n\nText").title()).isEqualTo("Orbit");
    }

    @Test
    void countsLinesWithCarriageReturnsAndByteOrderMark() {
        Page page = md("\uFEFF# One\r\n\r\nText\r\nmore\r\n\r\n```js\r\na\r\n```\r\n");
        assertThat(page.blocks()).extracting(Block::kind, Block::lines, Block::text).containsExactly(
                tuple(Block.Kind.HEADING, new LineRange(1, 1), "One"),
                tuple(Block.Kind.PROSE, new LineRange(3, 4), "Text more"),
                tuple(Block.Kind.CODE, new LineRange(6, 8), "a"));
    }

    @Test
    void headingPathFollowsTheLevels() {
        Page page = md("# A\n\n## B [link](x.md)\n\ntext\n\n### *C*\n\nD\n=\n\nE\n---\n\nF\n===\n");
        assertThat(page.blocks().get(2).headings()).containsExactly("A", "B link");
        assertThat(page.blocks().get(3).headings()).containsExactly("A", "B link", "C");
        assertThat(page.blocks().getLast().headings()).containsExactly("F");
        assertThat(page.blocks().getLast().lines()).isEqualTo(new LineRange(15, 16));
    }

    @Test
    void proseKeepsCodeAndLinkTextAndDropsTheRest() {
        Block block = md("Call `a_b(*c*)` in **bold _it_** [docs](./x.md \"t\") ![logo](l.png) snake_case 2 * 3 &amp; <b>html</b> [ref][1].\n\n[1]: https://example.org/ref\n")
                .blocks().getFirst();
        assertThat(block.text()).isEqualTo("Call `a_b(*c*)` in bold it docs snake_case 2 * 3 & html ref.");
        assertThat(block.links()).containsExactly("./x.md", "https://example.org/ref");
    }

    @Test
    void readsFenceMetadata() {
        Page page = md("""
                ```tsx title="src/App.tsx" {1,3-4} showLineNumbers
                a
                b
                c
                d
                ```

                ~~~~js:lib/x.js
                ```
                ~~~~

                ```ts {{ filename: 'next.config.ts', del: [1], ins: [2] }}
                old
                new
                ```

                ```filename:conf.yaml
                a: 1
                ```

                ```vue{2}
                <a>
                <b>
                ```

                ```json title="Add this to app.json"
                {}
                ```
                """);
        List<Block> codes = codes(page);
        assertThat(codes.get(0).code().language()).isEqualTo("tsx");
        assertThat(codes.get(0).code().highlighted()).containsExactly(1, 3, 4);
        assertThat(codes.get(0).code().metadata()).containsEntry("showLineNumbers", "true");
        assertThat(codes.get(1).text()).isEqualTo("```");
        assertThat(codes.get(2).code().removed()).containsExactly(1);
        assertThat(codes.get(2).code().highlighted()).containsExactly(2);
        assertThat(codes.get(4).code().highlighted()).containsExactly(2);
        assertThat(codes).extracting(PageParserTest::files).containsExactly(
                List.of("METADATA src/App.tsx"), List.of("METADATA lib/x.js"), List.of("METADATA next.config.ts"),
                List.of("METADATA conf.yaml"), List.of(), List.of("METADATA app.json"));
    }

    @Test
    void takesMarksOffTheCode() {
        Block block = codes(md("""
                ```ts
                a()
                // highlight-next-line
                b()
                c() // [!code ++]
                d() // [!code --]
                /* highlight-start */
                e()
                f()
                /* highlight-end */
                // [!code highlight:2]
                g()
                h()
                i() // [!code focus]
                ```
                """)).getFirst();
        assertThat(block.text()).isEqualTo("a()\nb()\nc()\nd()\ne()\nf()\ng()\nh()\ni()");
        assertThat(block.code().highlighted()).containsExactly(2, 3, 5, 6, 7, 8);
        assertThat(block.code().removed()).containsExactly(4);
    }

    @Test
    void readsDiffs() {
        Block spaced = codes(md("```diff ts\n  a()\n- b()\n+ c()\n```\n")).getFirst();
        assertThat(spaced.code().language()).isEqualTo("ts");
        assertThat(spaced.text()).isEqualTo("a()\nb()\nc()");
        assertThat(spaced.code().highlighted()).containsExactly(3);
        assertThat(spaced.code().removed()).containsExactly(2);
        Block unified = codes(md("```diff\n--- a/src/x.ts\n+++ b/src/x.ts\n@@ -1 +1 @@\n-old\n+new\n```\n")).getFirst();
        assertThat(unified.code().language()).isEqualTo("ts");
        assertThat(unified.text()).isEqualTo("old\nnew");
        assertThat(files(unified)).containsExactly("METADATA src/x.ts");
    }

    @Test
    void collectsFileHintsStrongestFirst() {
        Page page = md("""
                ## Configure `src/main.ts`

                First look at `other.ts`. Open up `index.tsx` or `src/App.tsx` and call `app.use`:

                ```tsx
                // app/entry.tsx
                x
                ```

                In your main.js file for Node.js:

                ```js
                y
                ```

                ```sh
                # .env.local
                KEY=1
                ```
                """);
        assertThat(codes(page)).extracting(PageParserTest::files).containsExactly(
                List.of("COMMENT app/entry.tsx", "PROSE index.tsx", "PROSE src/App.tsx", "PROSE other.ts", "HEADING src/main.ts"),
                List.of("PROSE main.js", "HEADING src/main.ts"),
                List.of("COMMENT .env.local", "HEADING src/main.ts"));
    }

    @Test
    void readsTabsOfDocusaurus() {
        Page page = mdx("""
                import Tabs from '@theme/Tabs';
                import {
                  TabItem,
                } from '@theme/TabItem';

                Edit `app.ts`:

                <Tabs groupId="pm">
                  <TabItem value="npm" label="npm" default>

                    ```bash
                    npm i orbit
                    ```

                    ### Inner

                  </TabItem>
                  <TabItem value="yarn">

                  ```bash
                  yarn add orbit
                  ```

                  </TabItem>
                </Tabs>

                After.
                """);
        List<Block> codes = codes(page);
        assertThat(codes).extracting(PageParserTest::containers).containsExactly(List.of("TAB npm"), List.of("TAB yarn"));
        assertThat(codes.get(0).containers().getFirst().group()).isEqualTo(codes.get(1).containers().getFirst().group());
        assertThat(codes).extracting(Block::text).containsExactly("npm i orbit", "yarn add orbit");
        assertThat(codes).extracting(Block::lines).containsExactly(new LineRange(11, 13), new LineRange(20, 22));
        assertThat(files(codes.get(1))).containsExactly("PROSE app.ts");
        assertThat(page.blocks().getLast().headings()).isEmpty();
        assertThat(page.blocks().getFirst().text()).isEqualTo("Edit `app.ts`:");
    }

    @Test
    void readsTabsWithLabelsOnTheWrapperAndNestsThem() {
        Page page = mdx("""
                <Tabs items={['vite.config.ts', "Other"]}>
                <Tabs.Tab>
                ```ts
                a
                ```
                </Tabs.Tab>
                <Tabs.Tab>
                <CodeGroup>
                ```bash npm
                npm i
                ```
                ```bash pnpm
                pnpm i
                ```
                </CodeGroup>
                </Tabs.Tab>
                </Tabs>
                """);
        assertThat(codes(page)).extracting(PageParserTest::containers).containsExactly(
                List.of("TAB vite.config.ts"), List.of("TAB Other", "TAB npm"), List.of("TAB Other", "TAB pnpm"));
        assertThat(files(codes(page).getFirst())).containsExactly("TAB vite.config.ts");
    }

    @Test
    void readsCodeGroupsOfVitePress() {
        Page page = md("""
                ::: code-group

                ```ts [vite.config.ts]
                a
                ```

                ```bash [npm]
                b
                ```

                :::

                ```ts [main.ts]
                c
                ```
                """);
        assertThat(codes(page)).extracting(PageParserTest::containers)
                .containsExactly(List.of("TAB vite.config.ts"), List.of("TAB npm"), List.of());
        assertThat(files(codes(page).get(0))).containsExactly("METADATA vite.config.ts");
        assertThat(files(codes(page).get(2))).containsExactly("METADATA main.ts");
    }

    @Test
    void readsAdmonitionsInTheirSpellings() {
        Page page = mdx("""
                :::tip
                One.
                :::

                ::: warning Careful
                Two.
                :::

                > [!NOTE]
                > Three.

                <Callout type="info">Four.</Callout>

                <Note>

                Five.

                </Note>

                > **Tip:** Six.

                > Seven.

                <details>
                <summary>More <b>words</b></summary>
                Eight.
                </details>

                <Callout text={<>Nine {" "} <b>x</b></>} />
                """);
        assertThat(page.blocks()).extracting(one -> containers(one) + " " + one.text()).containsExactly(
                "[ADMONITION tip] One.", "[ADMONITION warning] Careful", "[ADMONITION warning] Two.", "[ADMONITION note] Three.",
                "[ADMONITION info] Four.", "[ADMONITION note] Five.", "[ADMONITION tip] Tip: Six.", "[QUOTE ] Seven.",
                "[DETAILS More words] Eight.", "[ADMONITION callout] Nine x");
    }

    @Test
    void readsStepsInTheirSpellings() {
        Page page = mdx("""
                ## Setup

                ### Step 1 - Install

                ```bash
                npm i
                ```

                ### Step 2 - Use

                Use it.

                ## Component

                <Steps>
                <Step title="First">
                A
                </Step>
                <Step title="Second">
                B
                </Step>
                </Steps>

                <Steps>
                ### Make a file
                C
                #### Detail
                D
                ### Run it
                E
                </Steps>

                ## Bold

                **Step 1:** Do this

                F

                **Step 2:** Do that
                """);
        assertThat(page.blocks().stream().filter(one -> one.kind() != Block.Kind.HEADING).map(one -> containers(one) + " " + one.text()))
                .containsExactly(
                        "[STEP Step 1 - Install] npm i", "[STEP Step 2 - Use] Use it.", "[STEP First] A", "[STEP Second] B",
                        "[STEP Make a file] C", "[STEP Make a file] D", "[STEP Run it] E",
                        "[STEP Step 1: Do this] Step 1: Do this", "[STEP Step 1: Do this] F", "[STEP Step 2: Do that] Step 2: Do that");
        assertThat(page.blocks().stream().flatMap(one -> one.containers().stream()).map(Container::group).distinct()).hasSize(4);
    }

    @Test
    void numberedListsWithCodeAreSteps() {
        Page page = md("""
                1. Install it:

                   ```bash
                   npm i
                   ```

                2. **Call it** from your code.
                   - a detail

                ## Not indented

                1. Install

                ```bash
                npm i
                ```

                2. Use

                ```js
                use()
                ```

                After.

                - just
                - a list
                """);
        assertThat(page.blocks().stream().filter(one -> one.kind() != Block.Kind.HEADING).map(one -> containers(one) + " " + one.text()))
                .containsExactly(
                        "[STEP Install it] Install it:", "[STEP Install it] npm i", "[STEP Call it] Call it from your code.",
                        "[STEP Call it, LIST_ITEM ] a detail", "[STEP Install] Install", "[STEP Install] npm i",
                        "[STEP Use] Use", "[STEP Use] use()", "[] After.", "[LIST_ITEM ] just", "[LIST_ITEM ] a list");
    }

    @Test
    void readsTables() {
        Page page = md("""
                | Name | Meaning |
                | --- | :-: |
                | `a` | the [first](x) |
                | b \\| c |

                <table><tr><th>X</th><th>Y</th></tr>
                <tr><td>1</td><td><b>2</b></td></tr></table>
                """);
        assertThat(page.blocks()).extracting(Block::kind).containsOnly(Block.Kind.TABLE);
        assertThat(page.blocks()).extracting(Block::text)
                .containsExactly("Name | Meaning\n`a` | the first\nb | c", "X | Y\n1 | 2");
    }

    @Test
    void skipsWhatIsNoText() {
        Page page = mdx("""
                import A from './a'
                export const meta = {
                  title: 'x'
                }

                <!-- not
                this -->
                {/* nor this */}
                <script setup>
                const x = 1
                </script>

                <div className="x">
                  Kept.
                </div>
                """);
        assertThat(page.blocks()).extracting(Block::text).containsExactly("Kept.");
    }

    @Test
    void aFenceLeftOpenEndsWithWhatHoldsIt() {
        Page tab = mdx("<Tabs>\n<TabItem label=\"a\">\n```js\nx\n</TabItem>\n</Tabs>\n\nAfter.\n");
        assertThat(tab.blocks()).extracting(Block::text).containsExactly("x", "After.");
        Page end = md("```js\nx\n\ny");
        assertThat(end.blocks()).extracting(Block::text, Block::lines).containsExactly(tuple("x\n\ny", new LineRange(1, 4)));
    }

    @Test
    void readsIndentedCodeOfPlainMarkdown() {
        Page page = md("Run:\n\n    npm i\n\n    npm start\n\nDone.");
        assertThat(page.blocks()).extracting(Block::kind, Block::text, Block::lines).containsExactly(
                tuple(Block.Kind.PROSE, "Run:", new LineRange(1, 1)), tuple(Block.Kind.CODE, "npm i\n\nnpm start", new LineRange(3, 5)),
                tuple(Block.Kind.PROSE, "Done.", new LineRange(7, 7)));
    }

    @Test
    void readsContainersOfOtherGenerators() {
        Page mkdocs = md("=== \"npm\"\n\n    ```bash\n    npm i\n    ```\n\n=== \"yarn\"\n\n    ```bash\n    yarn\n    ```\n\n!!! warning \"Careful\"\n    Hot.\n\nAfter.\n");
        assertThat(mkdocs.blocks()).extracting(one -> containers(one) + " " + one.text()).containsExactly(
                "[TAB npm] npm i", "[TAB yarn] yarn", "[ADMONITION warning] Careful", "[ADMONITION warning] Hot.", "[] After.");
        assertThat(mkdocs.blocks().get(0).containers()).extracting(Container::group)
                .isEqualTo(mkdocs.blocks().get(1).containers().stream().map(Container::group).toList());
        Page gitbook = md("{% tabs %}\n{% tab title=\"index.ts\" %}\n```ts\na\n```\n{% endtab %}\n{% endtabs %}\n{% hint style=\"info\" %}\nB\n{% endhint %}\n");
        assertThat(gitbook.blocks()).extracting(one -> containers(one) + " " + one.text())
                .containsExactly("[TAB index.ts] a", "[ADMONITION info] B");
    }

    @Test
    void tagsMaySpanLines() {
        Page page = mdx("""
                - [x] Done
                - [ ] Open

                See <a
                  href="https://example.org"
                >the site</a> for more.

                <Image
                  src="x.png"
                  alt="A picture"

                />

                <Attribute name="id" type="string" description="Who it is" />
                """);
        assertThat(page.blocks()).extracting(one -> one.kind() + " " + one.text()).containsExactly(
                "PROSE Done", "PROSE Open", "PROSE See the site for more.", "PROSE A picture", "PROSE id: string: Who it is");
    }

    @Test
    void findsThePlatform() {
        assertThat(platform("docs/React_Native/start.md", "")).isEqualTo("react-native");
        assertThat(platform("framework/vue/quick-start.md", "")).isEqualTo("vue");
        assertThat(platform("Android/Core/x.md", "")).isEqualTo("android");
        assertThat(platform("guides/going-live.md", "Going live with React Native")).isEqualTo("react-native");
        assertThat(platform("guides/next-steps.md", "What is next")).isEmpty();
        assertThat(platform("integrations/nuxt.md", "")).isEqualTo("nuxt");
        assertThat(platform("reactjs/hooks.md", "")).isEqualTo("react");
        assertThat(platform("framework/react/typescript.md", "")).isEqualTo("react");
        assertThat(platform("README.md", "Orbit Java SDK")).isEqualTo("java");
    }

    private static String platform(String path, String title) {
        String text = title.isEmpty() ? "x" : "# " + title;
        return PageParser.parse("docs", path, text.getBytes(StandardCharsets.UTF_8)).platform();
    }

    @Test
    void tellsFilesFromCode() {
        for (String file : List.of("src/App.tsx", ".env.local", "Podfile", "Dockerfile", "app/[locale]/layout.tsx", "next.config.js",
                "vite.config.ts", "./index.css", "AndroidManifest.xml", "app/(shop)/page.tsx", "main.go", "pubspec.yaml", ".eslintrc",
                "build.gradle.kts", "lib/main.dart", "_app.tsx", "package.json", ".prettierrc.json", "application.properties")) {
            assertThat(FileNames.fileIn(file)).as(file).isNotEmpty();
        }
        for (String other : List.of("app.use", "res.json", "process.env", "Next.js", "Node.js", "@scope/pkg", "1.2.3", "e.g.", "useQuery",
                "https://example.org/a.js", "a b.ts", "console.log", "router.go", "*.ts", "foo().ts", "example.com", "import.meta.env", ".d.ts", "Format.JSON")) {
            assertThat(FileNames.fileIn(other)).as(other).isEmpty();
        }
    }

    @Test
    void inlineCodeAtTheBeginningOfALineHoldsNoTags() {
        for (String page : List.of("Plain HTML\n`<form>` elements\n", "`<div>` elements\n", "- uses\n  `<details>` here\n", "``<table>`` twice\n")) {
            String text = md(page).blocks().getLast().text();
            assertThat(md(page).blocks()).as(page).hasSize(1);
            assertThat(text).as(page).matches("(?s).*`<\\w+>` \\w+");
        }
        assertThat(mdx("`a` <Tip>\nb\n</Tip>\n").blocks()).extracting(Block::text).containsExactly("`a`", "b");
    }

    @Test
    void strongestHintIsTheFirst() {
        Block block = codes(md("In `b.ts`:\n\n```ts title=\"a.ts\"\nx\n```\n")).getFirst();
        assertThat(block.code().file()).isEqualTo(new FileHint("a.ts", FileHint.Origin.METADATA));
    }
}
