package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.agents.documentation.Review.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments are completed before they are called unparsable. */
class SnippetCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "ts|const a = await load();\nreturn a;", "ts|private name: string;\n\nget(): string { return this.name; }", "tsx|<Feed>\n  ...\n</Feed>",
        "js|{ apiKey: 'x', ... }", "js|init({\n  key: 'x',\n  ...\n});", "ts|(a: string, b: number) => void", "js|case 1:\n  run();\n  break;",
        "jsx|return (\n  // your view\n)", "js|- const a = 1;\n+ const a = 2;", "ts|name: string;\nage?: number;", "tsx|key=\"x\" onClick={run}",
        "js|const a = 1;\n\n<App a={a} />", "ts|function f(a: string): number;", "js|...\nrun();", "json|\"a\": 1,\n\"b\": 2", "json|{ \"a\": 1 } // note",
        "json|{ \"id\": string, \"age\": int }", "json|{ \"a\": [ ... ] }", "java|Client client = Client.builder().build();", "java|@GetMapping(\"/a\")\nString a() { return \"a\"; }",
        "java|import a.B;\n\nB b = new B();\nb.run();", "java|private final Client client;\n\nClient get() { return client; }", "java|.key(\"x\")\n.build()",
        "java|@Value(\"${key}\")", "python|>>> a = 1\n>>> print(a)", "python|return await load()", "python|    a = 1\n    b = 2", "python|a=1, b=2", "vue|<template><a/></template>",
        "brainfuck|+++", "js|foo(a, b, ...)"
    })
    void fragmentsParse(String snippet) {
        assertThat(findings(snippet)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "js|import a from 'a'\\nconst b = {;ERROR", "ts|import a from 'a'\\n\\nconst b = a(\"x\" c);ERROR", "js|run(\"a\" b: 1);WARNING", "java|import a.B\\n\\nB b = new B();ERROR",
        "json|{ \"a\": 1 \"b\": 2 };WARNING", "json|{ \"a\": 1, };WARNING", "python|import a\\ndef f(:\\n  pass;ERROR", "js|const a = “x”\\n;ERROR"
    })
    void whatNoReadingParsesIsFoundOnce(String snippet, Level level) {
        List<Finding> findings = findings(snippet.replace("\\n", "\n"));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo("snippet-unparsable");
        assertThat(findings.getFirst().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "void test() {\n    assertThat(answer)\n        .hasNoFailures()\n        .withFailures().....\n}", "Room room = // ... opened before\n\nroom.close();",
        "assertThat(answer).satisfies(one -> assertThat(one)...).isTrue();"
    })
    void whatIsLeftOutWithDotsIsNoMistake(String code) {
        assertThat(new ReviewFixture(folder).page("a.md", "# A\n\n```java\n" + code + "\n```\n").places()).isEmpty();
    }

    @Test
    void theLineOnThePageIsTold() {
        assertThat(findings("ts|import a from 'a'\n\nconst b = 1;\nconst c = a(\"x\" c);").getFirst().startLine()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"const mode = <\"MODE\">;|ERROR", "start({ key: <YOUR_KEY> });|INFO"})
    void placeholdersThatAreNoValuesAreFound(String code, Level level) {
        List<Finding> findings = findings("js|" + code);
        assertThat(findings).extracting(Finding::code, Finding::level).containsExactly(org.assertj.core.groups.Tuple.tuple("placeholder-invalid", level));
    }

    @Test
    void snippetsBehindAnOpenFenceAreNotReportedAgain() {
        new ReviewFixture(folder).page("a.md", "# A\n\n```js\nlet a;\n\n## B\n\n```js\nlet b;\n```\n");
        assertThat(new ReviewFixture(folder).review().findings()).extracting(Finding::code).containsExactly("fence-unbalanced");
    }

    private List<Finding> findings(String snippet) {
        int bar = snippet.indexOf('|');
        return new ReviewFixture(folder)
                .page("a.md", "# A\n\nText.\n\n```" + snippet.substring(0, bar) + "\n" + snippet.substring(bar + 1) + "\n```\n")
                .review().findings();
    }
}
