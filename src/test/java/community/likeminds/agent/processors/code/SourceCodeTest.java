package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.processors.code.SnippetParts.Element;
import community.likeminds.agent.processors.code.SnippetParts.Instance;
import community.likeminds.agent.processors.code.SnippetParts.Literal;
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

    @Test
    void describesASetUpWithAnExample() {
        String code = """
                import { Client, ClientProvider, useItems } from "@acme/data";
                import { Tools } from "@acme/data-tools";

                const client = new Client({ apiKey: "YOUR_API_KEY", region: "eu" });

                export default function App() {
                  return (
                    <ClientProvider client={client}>
                      <Items />
                      <Tools open={false} />
                    </ClientProvider>
                  );
                }

                function Items() {
                  return <p>{useItems().length}</p>;
                }
                """;

        SnippetParts parts = sources.describe(code, "tsx", List.of("@acme/data", "@acme/data-tools"));

        assertThat(parts.valid()).isTrue();
        assertThat(parts.wholeFile()).isTrue();
        assertThat(parts.exportsConfiguration()).isFalse();
        assertThat(parts.instances()).containsExactly(new Instance("client", "Client", "@acme/data"));
        assertThat(parts.wrappers()).containsExactly(new Element("ClientProvider", "@acme/data", List.of("client")));
        assertThat(parts.leaves()).containsExactly(new Element("Tools", "@acme/data-tools", List.of("open")));
        assertThat(parts.components()).containsExactly("App", "Items");
        assertThat(parts.missing()).isEmpty();
        Literal key = parts.placeholders().getFirst();
        assertThat(key.property()).isEqualTo("apiKey");
        assertThat(code.substring(key.start(), key.end())).isEqualTo("\"YOUR_API_KEY\"");
        assertThat(parts.placeholders()).hasSize(1);
    }

    @Test
    void describesCallsAndConfigurations() {
        SnippetParts server = sources.describe(
                "var cap = require('capper')\nvar app = express()\napp.use(cap())\napp.get('/', home)\n", "js", List.of("capper"));
        assertThat(server.calls()).containsExactly(new SnippetParts.SetupCall("app", "express", "use", List.of("cap")));
        assertThat(server.commonJs()).isTrue();

        SnippetParts config = sources.describe(
                "import { defineConfig } from 'acme'\n\nexport default defineConfig({\n  // ...options\n})\n", "ts", List.of());
        assertThat(config.exportsConfiguration()).isTrue();
        assertThat(config.elided()).isTrue();

        assertThat(sources.describe("<Chat client={client} />", "jsx", List.of()).markupOnly()).isTrue();
        assertThat(sources.describe("import { A, B } from 'acme'", "js", List.of()).importsOnly()).isTrue();
        assertThat(sources.describe("start(new Client({ ... }))\n...\n", "js", List.of()).valid()).isTrue();
        assertThat(sources.describe("function ( {", "js", List.of()).valid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "YOUR_API_KEY,true", "Enter your API key,true", "ENTER YOUR UUID,true", "<API_KEY>,true", "your-api-key,true",
        "https://your-project.example.com,true", "{{apiKey}},true", "sk_test_xxxxxxxx,true", "API_KEY,true",
        "https://api.example.com/graphql,false", "application/json,false", "draft-8,false", "use strict,false",
        "my first message,false", "root,false", "POST,false", "Add a todo,false", "en,false",
    })
    void tellsPlaceholdersFromValues(String value, boolean placeholder) {
        String code = "connect('" + value + "')";
        assertThat(sources.describe(code, "js", List.of()).literals().getFirst().placeholder()).isEqualTo(placeholder);
    }

    @Test
    void readsHowAFileIsWritten() {
        Style style = sources.style("a.js", "const a = require('a')\n\nmodule.exports = {\n\tb: [\n\t\t'c',\n\t],\n}\n");

        assertThat(style).isEqualTo(new Style('\'', false, "\t", "\n", true, true, false, false));
    }

    @Test
    void knowsWhatIsMadeAndShown() {
        String text = "import { Client as C, View } from '@acme/a/b';\nconst c = new C();\nconst v = <View c={c} />;\n";

        assertThat(sources.isMade("a.tsx", text, "@acme/a", "Client")).isTrue();
        assertThat(sources.isMade("a.tsx", text, "@acme/other", "Client")).isFalse();
        assertThat(sources.isShown("a.tsx", text, "@acme/a", "View")).isTrue();
        assertThat(sources.isShown("a.tsx", text, "@acme/a", "Client")).isFalse();
    }
}
