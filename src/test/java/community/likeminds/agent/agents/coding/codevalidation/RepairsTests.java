package community.likeminds.agent.agents.coding.codevalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairsTests {

    @TempDir
    Path folder;

    private Optional<Mended> mend(String output, Map<String, String> texts, Map<String, String> before, Map<String, List<String>> exports) {
        return Repairs.mend(new Broken(output, texts, before, folder, "", (name, path) -> exports.getOrDefault(name, List.of())));
    }

    private String mended(String output, String path, String text) {
        return mend(output, Map.of(path, text), Map.of(), Map.of()).orElseThrow().texts().get(path);
    }

    @Test
    void anUnusedImportGoesAndTheOthersStay() {
        assertThat(mended("src/a.ts(1,10): error TS6133: 'b' is declared but its value is never read.", "src/a.ts", "import { a, b as c, b, d } from 'x'\na(d)\n"))
                .isEqualTo("import { a, b as c, d } from 'x'\na(d)\n");
        assertThat(mended("src/a.ts:2:10 - error TS6133: 'b' is declared but its value is never read.", "src/a.ts", "// top\nimport { b } from \"x\";\r\nrun()\n"))
                .isEqualTo("// top\nrun()\n");
        assertThat(mended("src/a.ts(1,8): error TS6133: 'React' is declared but its value is never read.", "src/a.ts", "import React, { useState } from 'react'\nuseState()\n"))
                .isEqualTo("import { useState } from 'react'\nuseState()\n");
        assertThat(mended("src/a.ts(1,13): error TS6133: 'all' is declared but its value is never read.", "src/a.ts", "import * as all from 'x'\nrun()\n"))
                .isEqualTo("run()\n");
        assertThat(mended("src/a.ts(3,3): error TS6133: 'two' is declared but its value is never read.", "src/a.ts", "import {\n  one,\n  two,\n} from 'x'\none()\n"))
                .isEqualTo("import {\n  one,\n} from 'x'\none()\n");
        assertThat(mended("src/a.ts(1,1): error TS6192: All imports in import declaration are unused.", "src/a.ts", "import { a, b } from 'x'\nrun()\n"))
                .isEqualTo("run()\n");
    }

    @Test
    void nextSaysItInItsOwnWords() {
        assertThat(mended("./src/app/page.tsx:1:10\nType error: 'b' is declared but its value is never read.", "src/app/page.tsx", "import { a, b } from 'x'\na()\n"))
                .isEqualTo("import { a } from 'x'\na()\n");
    }

    @Test
    void anUnusedNameGoesAndItsCallStays() {
        assertThat(mended("src/a.ts(2,7): error TS6133: 'client' is declared but its value is never read.", "src/a.ts", "import { init } from 'x'\n  const client = init('k')\nrun()\n"))
                .isEqualTo("import { init } from 'x'\n  init('k')\nrun()\n");
        assertThat(mend("src/a.ts(1,7): error TS6133: 'n' is declared but its value is never read.", Map.of("src/a.ts", "const n = 1\n"), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void whatStoodThereBeforeIsNotTouched() {
        String text = "import { a, b } from 'x'\na()\n";
        assertThat(mend("src/a.ts(1,10): error TS6133: 'b' is declared but its value is never read.", Map.of("src/a.ts", text), Map.of("src/a.ts", text), Map.of())).isEmpty();
        assertThat(mend("src/other.ts(1,10): error TS6133: 'b' is declared but its value is never read.", Map.of("src/a.ts", text), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void aTypeIsImportedAsOne() {
        String said = "src/a.ts(1,10): error TS1484: 'Options' is a type and must be imported using a type-only import when 'verbatimModuleSyntax' is enabled.";
        assertThat(mended(said, "src/a.ts", "import { Options, run } from 'x'\nrun()\n")).isEqualTo("import { type Options, run } from 'x'\nrun()\n");
        assertThat(mended(said, "src/a.ts", "import Options from 'x'\n")).isEqualTo("import type Options from 'x'\n");
    }

    @Test
    void whatTheTypesCallOtherwiseIsRenamed() {
        assertThat(mended("src/a.ts(2,3): error TS2561: Object literal may only specify known properties, but 'apikey' does not exist in type 'Options'. Did you mean to write 'apiKey'?",
                "src/a.ts", "new Kite({\n  apikey: 'k',\n})\n")).isEqualTo("new Kite({\n  apiKey: 'k',\n})\n");
        assertThat(mended("""
                src/a.tsx(1,15): error TS2322: Type '{ children: Element; clientt: Kite; }' is not assignable to type 'IntrinsicAttributes & Props'.
                  Property 'clientt' does not exist on type 'IntrinsicAttributes & Props'. Did you mean 'client'?
                """, "src/a.tsx", "<KiteProvider clientt={kite}><App /></KiteProvider>\n")).isEqualTo("<KiteProvider client={kite}><App /></KiteProvider>\n");
        assertThat(mended("src/a.ts:1:10 - error TS2724: '\"kite\"' has no exported member named 'kiteClient'. Did you mean 'KiteClient'?",
                "src/a.ts", "import { kiteClient } from 'kite'\n")).isEqualTo("import { KiteClient } from 'kite'\n");
    }

    @Test
    void anotherNameInTheUsersOwnLineOrASecondPlaceIsNotGuessed() {
        String said = "src/a.ts(1,5): error TS2551: Property 'flyy' does not exist on type 'Kite'. Did you mean 'fly'?";
        assertThat(mend(said, Map.of("src/a.ts", "kite.flyy()\n"), Map.of("src/a.ts", "kite.flyy()\n"), Map.of())).isEmpty();
        assertThat(mend(said, Map.of("src/a.ts", "kite.flyy(kite.flyy)\n"), Map.of(), Map.of())).isEmpty();
    }

    @Test
    void aMissingImportIsAddedWhereOnePackageCanBeMeant() {
        String said = "src/a.tsx(3,3): error TS2304: Cannot find name 'useState'.";
        String text = "'use client'\nexport function A() {\n  useState(0)\n}\n";
        assertThat(mend(said, Map.of("src/a.tsx", text), Map.of(), Map.of("useState", List.of("react"))).orElseThrow().texts())
                .containsEntry("src/a.tsx", "'use client'\nimport { useState } from 'react'\nexport function A() {\n  useState(0)\n}\n");
        assertThat(mend(said, Map.of("src/a.tsx", text), Map.of(), Map.of("useState", List.of("react", "preact")))).isEmpty();
        assertThat(mend("src/a.ts(2,1): error TS2304: Cannot find name 'init'.",
                Map.of("src/a.ts", "import { x } from 'acme';\ninit(x);\n", "src/b.ts", "import { init } from 'acme'\n"), Map.of(), Map.of()).orElseThrow().texts())
                .containsEntry("src/a.ts", "import { init, x } from 'acme';\ninit(x);\n");
    }

    @Test
    void aNewFileWithMarkupGetsItsEnding() {
        String said = "[vite] error: Failed to parse source for import analysis because the content contains invalid JS syntax. If you are using JSX, "
                + "make sure to name the file with the .jsx or .tsx extension.\nfile: " + folder + "/src/chat.js:3:9";
        Map<String, String> texts = Map.of("src/chat.js", "export const Chat = () => <div>hi</div>\n", "src/main.jsx", "import { Chat } from './chat.js'\nimport x from './chat'\n");
        Mended mended = mend(said, texts, Map.of("src/main.jsx", ""), Map.of()).orElseThrow();
        assertThat(mended.moved()).containsExactly(Map.entry("src/chat.js", "src/chat.jsx"));
        assertThat(mended.texts()).containsEntry("src/chat.jsx", "export const Chat = () => <div>hi</div>\n")
                .containsEntry("src/main.jsx", "import { Chat } from './chat.jsx'\nimport x from './chat'\n");
        assertThat(mend(said, texts, Map.of("src/chat.js", "was there"), Map.of())).as("only what the run created is renamed").isEmpty();
    }

    @Test
    void aStyleSheetIsFoundInItsPackage() throws IOException {
        Files.createDirectories(folder.resolve("node_modules/@acme/ui/dist/css"));
        Files.writeString(folder.resolve("node_modules/@acme/ui/dist/css/styles.css"), "a {}");
        Files.writeString(folder.resolve("node_modules/@acme/ui/dist/other.css"), "a {}");
        String said = "[vite]: Rollup failed to resolve import \"@acme/ui/styles.css\" from \"src/main.ts\".";
        assertThat(mended(said, "src/main.ts", "import '@acme/ui/styles.css'\n")).isEqualTo("import '@acme/ui/dist/css/styles.css'\n");
        assertThat(mend("Can't resolve '@acme/ui/nothing.css' in 'src'", Map.of("src/main.ts", "import '@acme/ui/nothing.css'\n"), Map.of(), Map.of()))
                .as("two sheets, none of that name").isEmpty();
    }
}
