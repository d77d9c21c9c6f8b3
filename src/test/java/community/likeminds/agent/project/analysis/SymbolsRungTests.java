package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.code.SourceCodeFixture;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.analysis.IntegrationValidator.Symbols;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsRungTests {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void install() {
        project = new ProjectFixture(folder)
                .installed("node_modules/@acme/chat", "@acme/chat", "2.0.0", "\"types\": \"dist/index.d.ts\"")
                .file("node_modules/@acme/chat/dist/index.d.ts", """
                        import { Base } from './base';
                        export * from './base';
                        export { Theme as Skin, type Message } from './theme.js';
                        export declare class ChatClient extends Base {
                            private constructor();
                            static Builder(): ChatClientBuilder;
                            send(text: string): Promise<import("./base").Level<void> | import('./base', { with: { a: 'b' } }).Base>;
                            theme(): typeof import("./theme").Theme;
                        }
                        declare class ChatClientBuilder {
                            setApiKey(key: string): this;
                            setVersion(code: number): ChatClientBuilder;
                            build(): ChatClient;
                        }
                        declare function connect(url: string): Connection;
                        interface Connection { open(): Connection; close(): void; }
                        declare namespace connect { const defaults: { retries: number }; }
                        export { connect };
                        declare const settings: { theme: string } & typeof Limits;
                        declare const Limits: { max: number };
                        export { settings };
                        export default ChatClient;
                        """)
                .file("node_modules/@acme/chat/dist/base.d.ts", """
                        export declare abstract class Base {
                            static version: string;
                            dispose(): void;
                        }
                        export declare enum Level { LOW = 1, HIGH }
                        """)
                .file("node_modules/@acme/chat/dist/theme.d.ts", """
                        export declare const Theme: { readonly DARK: 'dark'; LIGHT: string };
                        export interface Message { id: string }
                        """)
                .installed("node_modules/hats", "hats", "8.0.0", "\"types\": \"./index.d.cts\"",
                        "\"exports\": {\".\": {\"import\": \"./index.mjs\", \"require\": \"./index.cjs\"},"
                                + " \"./vite\": \"./vite.mjs\", \"./package.json\": \"./package.json\"}")
                .file("node_modules/hats/index.d.cts", """
                        declare namespace hats { interface Options { brim?: boolean } function wear(): void; }
                        declare function hats(options?: hats.Options): () => void;
                        export = hats;
                        """)
                .file("node_modules/hats/vite.d.mts", "declare const _default: () => void;\nexport { _default as default, _default as plugin };\n")
                .installed("node_modules/plain", "plain", "1.0.0", "\"main\": \"lib.js\"")
                .file("node_modules/plain/lib.js", "module.exports = { a: 1 };\n")
                .installed("node_modules/@types/plain", "@types/plain", "1.0.0", "\"types\": \"index.d.ts\"")
                .file("node_modules/@types/plain/index.d.ts", "declare module 'plain' { export const alpha: number; }\n")
                .installed("node_modules/untyped", "untyped", "1.0.0")
                .file("node_modules/untyped/index.js", "exports.x = 1;\n")
                .installed("node_modules/esm-only", "esm-only", "1.0.0", "\"type\": \"module\"", "\"exports\": \"./index.js\"")
                .file("node_modules/esm-only/index.js", "export const one = 1; export { two } from './two.js';\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import { ChatClient } from '@acme/chat'; const c = ChatClient.Builder().setApiKey('x').setVersion(1).build();",
        "import Chat from '@acme/chat'; Chat.Builder().build().send('(');",
        "import { ChatClient } from '@acme/chat'; ChatClient.version; ChatClient.name;",
        "import Chat from '@acme/chat'; Chat.Builder().build().theme().DARK;",
        "import { Level, Skin, Base } from '@acme/chat'; Level.HIGH; Skin.DARK; new Foo(Base);",
        "import { connect } from '@acme/chat'; connect('x').open().close(); connect.defaults.retries;",
        "import { settings } from '@acme/chat'; settings.theme; settings.max;",
        "import * as chat from '@acme/chat'; chat.ChatClient.Builder();",
        "import type { Message } from '@acme/chat'; const m: Message = x;",
        "import hats from 'hats'; app.use(hats()); hats.wear();",
        "import hats, { wear } from 'hats';",
        "import plugin, { plugin as p } from 'hats/vite';",
        "import { alpha } from 'plain';",
        "import { one, two } from 'esm-only';",
        "import { anything } from 'untyped'; import { ChatClient } from '@acme/chat';"
    })
    void whatIsPublishedPasses(String text) {
        Symbols symbols = check(text);
        assertThat(symbols.missing()).isEmpty();
        assertThat(symbols.check().status()).as(symbols.check().detail()).isEqualTo(Status.PASSED);
    }

    @Test
    void aStaticMethodThatIsSpelledOtherwiseIsFoundAndCertain() {
        String text = "import { ChatClient } from '@acme/chat';\n\nconst c = ChatClient.builder().build();\n";
        Symbols symbols = check(text);
        assertThat(symbols.check().status()).isEqualTo(Status.FAILED);
        Missing missing = symbols.missing().getFirst();
        assertThat(missing.symbol()).isEqualTo("ChatClient.builder");
        assertThat(missing.line()).isEqualTo(3);
        assertThat(text.substring(missing.start(), missing.end())).isEqualTo("builder");
        assertThat(missing.candidates()).containsExactly("Builder");
        assertThat(missing.unambiguous()).isTrue();
        assertThat(symbols.check().detail()).isEqualTo("src/a.ts:3 uses ChatClient.builder, which the published package"
                + " does not have; it has Builder.");
    }

    @Test
    void aMethodOfAChainIsFollowedThroughReturnTypes() {
        Missing missing = check("import { ChatClient } from '@acme/chat';\nChatClient.Builder()\n  // key\n  .setApikey('a)b')\n  .build();")
                .missing().getFirst();
        assertThat(missing.symbol()).isEqualTo("ChatClient.Builder().setApikey");
        assertThat(missing.line()).isEqualTo(4);
        assertThat(missing.candidates()).startsWith("setApiKey");
        assertThat(missing.unambiguous()).isTrue();
    }

    @Test
    void anImportedNameIsReportedWhereverItStands() {
        String text = "import { ChatCient, Nothing } from '@acme/chat';\nnew ChatCient();\n";
        List<Missing> missing = check(text).missing();
        assertThat(missing).extracting(Missing::symbol, Missing::line, Missing::unambiguous).containsExactly(
                org.assertj.core.groups.Tuple.tuple("ChatCient", 1, true),
                org.assertj.core.groups.Tuple.tuple("Nothing", 1, false),
                org.assertj.core.groups.Tuple.tuple("ChatCient", 2, true));
        assertThat(missing).allSatisfy(one ->
                assertThat(text.substring(one.start(), one.end())).isEqualTo(one.wrong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "import { Level } from '@acme/chat'; Level.MEDIUM;",
        "import { settings } from '@acme/chat'; settings.colour;",
        "import { connect } from '@acme/chat'; connect.defaults.retrys;",
        "import { Theme } from '@acme/chat';",
        "import Chat from '@acme/chat'; Chat.Builder().build().theme().DARC;",
        "import { beta } from 'plain';",
        "import hats from 'hats'; hats.weer();",
        "import all from 'esm-only';",
        "import { vite } from 'hats/vit';"
    })
    void whatIsNotPublishedFails(String text) {
        assertThat(check(text).missing()).hasSize(1);
    }

    @Test
    void aSubPathThatIsNotExportedNamesTheNearest() {
        Missing missing = check("import { vite } from 'hats/vit';").missing().getFirst();
        assertThat(missing.symbol()).isEqualTo("hats/vit");
        assertThat(missing.candidates()).first().isEqualTo("hats/vite");
    }

    private void installKite() {
        project.installed("node_modules/kite", "kite", "3.0.0", "\"type\": \"module\"",
                        "\"exports\": {\".\": {\"types\": \"./index.d.ts\"}, \"./react\": {\"types\": \"./react.d.ts\"}, \"./only\": {\"types\": \"./only.d.ts\"}}")
                .file("node_modules/kite/index.d.ts", "export declare class Kite { fly(): void }\nexport declare function createKite(): Kite;\n")
                .file("node_modules/kite/react.d.ts", "export declare function KiteProvider(props: { kite: unknown }): unknown;\nexport declare function useKite(): unknown;\n")
                .file("node_modules/kite/only.d.ts", "declare function only(): void;\nexport default only;\n");
    }

    private String corrected(String text) {
        List<Missing> missing = check(text).missing();
        assertThat(missing).as(text).hasSize(1).allMatch(Missing::unambiguous);
        Missing one = missing.getFirst();
        String corrected = text.substring(0, one.start()) + one.candidates().getFirst() + text.substring(one.end());
        assertThat(check(corrected).missing()).as(corrected).isEmpty();
        return corrected;
    }

    @Test
    void aDefaultExportThatIsNamedNowAndTheOtherWayRound() {
        installKite();
        assertThat(corrected("import Kite from 'kite';\nnew Kite().fly();")).isEqualTo("import { Kite } from 'kite';\nnew Kite().fly();");
        assertThat(corrected("import { only } from 'kite/only';")).isEqualTo("import only from 'kite/only';");
        assertThat(check("import Kite, { createKite } from 'kite';").missing()).hasSize(1).noneMatch(Missing::unambiguous);
    }

    @Test
    void aNameThatMovedToAnotherModuleOfThePackage() {
        installKite();
        assertThat(corrected("import { KiteProvider, useKite } from 'kite';\nuseKite();"))
                .isEqualTo("import { KiteProvider, useKite } from 'kite/react';\nuseKite();");
        assertThat(check("import { Kite, useKite } from 'kite';").missing()).hasSize(1)
                .allSatisfy(one -> assertThat(one.candidates()).containsExactly("kite/react")).noneMatch(Missing::unambiguous);
    }

    @Test
    void aFunctionThatIsGoneIsNotGuessed() {
        installKite();
        assertThat(check("import { landKite } from 'kite'; landKite();").missing()).isNotEmpty().noneMatch(Missing::unambiguous);
    }

    @Test
    void whatIsNotInstalledIsNotPossible() {
        Symbols symbols = check("import { x } from 'absent';");
        assertThat(symbols.missing()).isEmpty();
        assertThat(symbols.check().status()).isEqualTo(Status.NOT_POSSIBLE);
        assertThat(symbols.check().detail()).contains("absent is not installed");
    }

    @Test
    void whatCannotBeReadIsNotReportedAsMissing() {
        project.installed("node_modules/odd", "odd", "1.0.0", "\"types\": \"index.d.ts\"")
                .file("node_modules/odd/index.d.ts", "export * from './gone';\nexport declare class A extends mixin(B) {}\n"
                        + "export declare const dict: { [key: string]: number };\n"
                        + "export declare const self: typeof self;\nexport type Loop = Loop;\nexport declare const l: Loop;\n");
        assertThat(check("import { unknown, A, dict, self, l } from 'odd'; A.x; dict.y; self.z; l.m;").missing()).isEmpty();
    }

    @Test
    void classesOfOtherEcosystemsAreLeftToTheCompiler() {
        assertThat(new SymbolsRung(SourceCodeFixture.sourceCode()).run(project.of("maven"), Map.of(), List.of()).check().status())
                .isEqualTo(Status.NOT_POSSIBLE);
    }

    private Symbols check(String text) {
        return new SymbolsRung(SourceCodeFixture.sourceCode()).run(project.npm(), Map.of("src/a.ts", text),
                List.of("@acme/chat", "hats", "plain", "untyped", "esm-only", "absent", "odd", "kite"));
    }
}
