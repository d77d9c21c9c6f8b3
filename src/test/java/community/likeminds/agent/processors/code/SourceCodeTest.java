package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCodeTest {

    private final SourceCode sources = new TreeSitterSourceCode();

    @Test
    void findsEveryFormOfImport() {
        String text = """
                import a, { b as c, type D } from "x"; // é 🚀
                import * as ns from 'y/sub'
                import type { T } from './t'
                import './style.css'
                export { q } from "z";
                const r = require("r");
                const { s, t: u } = require('st');
                """;

        assertThat(sources.imports("a.ts", text))
                .contains(
                        new ImportedName("x", "default", "a", false),
                        new ImportedName("x", "b", "c", false),
                        new ImportedName("x", "D", "D", true),
                        new ImportedName("y/sub", "*", "ns", false),
                        new ImportedName("./t", "T", "T", true),
                        new ImportedName("./style.css", "", "", false),
                        new ImportedName("z", "q", "", false),
                        new ImportedName("r", "default", "r", false),
                        new ImportedName("st", "s", "s", false),
                        new ImportedName("st", "t", "u", false));
    }

    @Test
    void findsUsesWithTheirMembersAndOffsets() {
        String text = """
                import { Client, Theme } from "@acme/chat/core";
                import * as All from "@acme/chat";
                // 🚀
                const client = Client.builder().withTheme(Theme.DARK).build();
                All.init();
                const view = <All.Panel theme={Theme} />;
                """;

        List<SourceCode.SymbolUse> uses = sources.uses("a.tsx", text, List.of("@acme/chat"));

        assertThat(uses)
                .extracting(SourceCode.SymbolUse::name, SourceCode.SymbolUse::member, SourceCode.SymbolUse::line)
                .contains(tuple("Client", "builder", 4), tuple("Theme", "DARK", 4), tuple("init", "", 5),
                        tuple("Panel", "", 6), tuple("Theme", "", 6));
        SourceCode.SymbolUse builder = uses.getFirst();
        assertThat(text.substring(builder.start(), builder.end())).isEqualTo("builder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a.ts | const a: number = 1 | 0", "a.js | const a: number = 1 | 1", "a.jsx | const a = <b>{c}</b> | 0",
        "A.java | class A { void b() {} } | 0", "A.java | class A { void b( } | 1", "a.json | {\"a\": [1, 2]} | 0",
        "a.json | {\"a\": } | 1", "tsconfig.json | {\"a\": 1, /* c */ } | 0", "a.css | a { color: red } | 0",
        "a.py | def f(: pass | 1", "a.vue | <script setup>const a = (</script> | 1",
        "a.vue | <template><b/></template><script setup lang=\"ts\">const a: string = ''</script> | 0", "a.go | ((( | 0",
    })
    void checksTheSyntaxOfALanguage(String file, String text, int errors) {
        assertThat(sources.check(file, text)).hasSizeGreaterThanOrEqualTo(errors);
        assertThat(sources.check(file, text).isEmpty()).isEqualTo(errors == 0);
    }

    @Test
    void tellsWhereAnErrorIs() {
        assertThat(sources.check("a.ts", "const a = 1;\n  const = 2;\n").getFirst().line()).isEqualTo(2);
    }
}
