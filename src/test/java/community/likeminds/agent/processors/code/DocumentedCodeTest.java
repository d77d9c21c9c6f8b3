package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.processors.code.SnippetParts.Call;
import community.likeminds.agent.processors.code.SnippetParts.Element;
import community.likeminds.agent.processors.code.SnippetParts.Literal;
import community.likeminds.agent.processors.code.SnippetParts.Made;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentedCodeTest {

    private final DocumentedCode code = new TreeSitterDocumentedCode();

    @Test
    void describesASetUpWithAnExample() {
        String text = """
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

        SnippetParts parts = code.describe(text, "tsx", List.of("@acme/data", "@acme/data-tools"));

        assertThat(parts.parses()).isTrue();
        assertThat(parts.wholeFile()).isTrue();
        assertThat(parts.exportsConfig()).isFalse();
        assertThat(parts.made())
                .extracting(Made::name, Made::maker, Made::module, Made::topLevel)
                .containsExactly(tuple("client", "Client", "@acme/data", true));
        assertThat(parts.component()).isEqualTo("App");
        assertThat(parts.wrappers()).containsExactly(new Element("ClientProvider", "@acme/data", List.of("client"), false));
        assertThat(parts.leaves()).containsExactly(new Element("Tools", "@acme/data-tools", List.of("open"), false));
        assertThat(parts.components()).containsExactly("App", "Items");
        assertThat(parts.missing()).isEmpty();
        Literal key = parts.placeholders().getFirst();
        assertThat(key.about()).isEqualTo("apiKey");
        assertThat(text.substring(key.start(), key.end())).isEqualTo("\"YOUR_API_KEY\"");
        assertThat(parts.placeholders()).hasSize(1);
    }

    @Test
    void describesCallsAndConfigurations() {
        SnippetParts server = code.describe(
                "var cap = require('capper')\nvar app = express()\napp.use(cap())\napp.get('/', home)\n", "js", List.of("capper"));
        assertThat(server.calls()).containsExactly(new Call("app", "express", "use", List.of("cap"), "cap()"));
        assertThat(server.commonJs()).isTrue();

        SnippetParts config = code.describe(
                "import { defineConfig } from 'acme'\n\nexport default defineConfig({\n  // ...options\n})\n", "ts", List.of());
        assertThat(config.exportsConfig()).isTrue();
        assertThat(config.elided()).isTrue();

        assertThat(code.describe("<Chat client={client} />", "jsx", List.of()).fragment()).isTrue();
        assertThat(code.describe("import { A, B } from 'acme'", "js", List.of()).importsOnly()).isTrue();
        assertThat(code.describe("start(new Client({ ... }))\n...\n", "js", List.of()).parses()).isTrue();
        assertThat(code.describe("function ( {", "js", List.of()).parses()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "YOUR_API_KEY,true", "Enter your API key,true", "ENTER YOUR UUID,true", "<API_KEY>,true", "your-api-key,true",
        "https://your-project.example.com,true", "{{apiKey}},true", "sk_test_xxxxxxxx,true", "API_KEY,true",
        "https://api.example.com/graphql,false", "application/json,false", "draft-8,false", "use strict,false",
        "my first message,false", "root,false", "POST,false", "Add a todo,false", "en,false",
    })
    void tellsPlaceholdersFromValues(String value, boolean placeholder) {
        String text = "connect('" + value + "')";
        assertThat(code.describe(text, "js", List.of()).literals().getFirst().placeholder()).isEqualTo(placeholder);
    }

    @Test
    void readsHowAFileIsWritten() {
        Style style = code.style("a.js", "const a = require('a')\n\nmodule.exports = {\n\tb: [\n\t\t'c',\n\t],\n}\n");

        assertThat(style).isEqualTo(new Style('\'', false, "\t", "\n", true, true, false, false));
    }

    @Test
    void knowsWhatIsMadeAndShown() {
        String text = "import { Client as C, View } from '@acme/a/b';\nconst c = new C();\nconst v = <View c={c} />;\n";

        assertThat(code.isMade("a.tsx", text, "@acme/a", "Client")).isTrue();
        assertThat(code.isMade("a.tsx", text, "@acme/other", "Client")).isFalse();
        assertThat(code.isShown("a.tsx", text, "@acme/a", "View")).isTrue();
        assertThat(code.isShown("a.tsx", text, "@acme/a", "Client")).isFalse();
    }

    @Test
    void replacesLiteralsByExpressions() {
        String text = """
                const c = new Client({ key: "YOUR_KEY", "YOUR_KEY": 1 });
                const v = <Chat apiKey="YOUR_KEY" user={"YOUR_ID"} title="YOUR_TITLE" />;
                """;

        String replaced = code.replaceLiterals(text, "tsx", Map.of(
                "YOUR_KEY", "import.meta.env.VITE_KEY", "YOUR_ID", "user.id", "YOUR_TITLE", "\"Feed\""));

        assertThat(replaced).isEqualTo("""
                const c = new Client({ key: import.meta.env.VITE_KEY, "YOUR_KEY": 1 });
                const v = <Chat apiKey={import.meta.env.VITE_KEY} user={user.id} title="Feed" />;
                """);
    }

    @Test
    void adaptsTypeScriptToPlainJavaScript() {
        String text = """
                import { useState, useRef } from "react";
                import type { Post } from "acme";
                import { type User, Client } from "acme";

                interface Props {
                  user: User;
                }

                export function Feed({ user }: Props): JSX.Element {
                  const [posts, setPosts] = useState<Post[]>([]);
                  const client = new Client(user!.id as string);
                  return <p>{posts.length}</p>;
                }
                """;

        assertThat(code.adapt(text, "tsx", "src/Feed.jsx", "import a from 'a'\n\nexport const b = 'c'\n", true)).isEqualTo("""
                import { useState } from 'react'
                import { Client } from 'acme'

                export function Feed({ user }) {
                  const [posts, setPosts] = useState([])
                  const client = new Client(user.id)
                  return <p>{posts.length}</p>
                }
                """);
    }

    @Test
    void adaptsKindsOfModules() {
        String common = "const a = require('a')\nconst { b } = require('b')\n\nmodule.exports = a(b)\n";
        String modules = "import a from 'a'\nimport { b } from 'b'\n\nexport default a(b)\n";

        assertThat(code.adapt(common, "js", "x.js", "", true)).isEqualTo(modules);
        assertThat(code.adapt(modules, "js", "x.js", "", false)).isEqualTo(common);
    }

    @Test
    void keepsCommentsAndLineEndingsWhenItAdapts() {
        String text = "import { defineConfig } from 'acme'\n\nexport default defineConfig({\n  // ...options\n})\n";

        assertThat(code.adapt(text, "ts", "acme.config.ts", "const a = \"b\";\r\nconst c = 1;\r\n", true)).isEqualTo(
                "import { defineConfig } from \"acme\";\r\n\r\nexport default defineConfig({\r\n  // ...options\r\n});\r\n");
    }

    @Test
    void removesImportsThatNothingUses() {
        String text = "import React, { useState } from 'react';\nimport { a } from 'a';\nimport 'b';\n\nuseState();\n";

        assertThat(code.removeUnusedImports("x.tsx", text)).isEqualTo("import { useState } from 'react';\nimport 'b';\n\nuseState();\n");
    }

    @Test
    void keepsKeywordTypesWhenItAdapts() {
        String text = "type A = { apiKey?: string; n: number; o: object };\nexport const a: A = { apiKey: \"k\" };\n";

        assertThat(code.adapt(text, "ts", "a.ts", "const a = 'b'\nconst c = 'd'\n", true))
                .isEqualTo("type A = { apiKey?: string; n: number; o: object }\nexport const a: A = { apiKey: 'k' }\n");
    }

    @Test
    void dropsTheUnusedSetterOfAState() {
        String text = """
                import { useState } from "react";

                export function Chat() {
                  const [user, setUser] = useState<{ id?: string }>({ id: "1" });
                  const [open, setOpen] = useState(false);
                  return <p onClick={() => setOpen(!open)}>{user.id}</p>;
                }
                """;

        assertThat(code.adapt(text, "tsx", "Chat.tsx", "", true))
                .isEqualTo(text.replace("[user, setUser]", "[user]"));
    }

    @Test
    void directivesAreNoPlaceholdersAndUnimportedNamesAreMissing() {
        SnippetParts parts = code.describe("\"use client\";\n\nconst c = Client.builder().build();\n", "tsx", List.of("@acme/a"));

        assertThat(parts.literals()).isEmpty();
        assertThat(parts.missing()).containsExactly("Client");
    }
}
