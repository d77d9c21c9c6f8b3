package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerErrorsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "src/App.tsx(3,10): error TS2305: Module '\"sdk\"' has no exported member 'Chat'.|src/App.tsx:3: Module '\"sdk\"' has no exported member 'Chat'.|src/App.tsx",
        "src/App.vue:3:10 - error TS2305: No such thing.|src/App.vue:3: No such thing.|src/App.vue",
        "[ERROR] /home/me/app/src/main/java/a/B.java:[12,5] cannot find symbol|/home/me/app/src/main/java/a/B.java:12: cannot find symbol|src/main/java/a/B.java",
        "/home/me/app/src/B.java:7: error: ';' expected|/home/me/app/src/B.java:7: ';' expected|src/B.java",
        "e: file:///home/me/app/src/B.kt:7:3 Unresolved reference|/home/me/app/src/B.kt:7: Unresolved reference|src/B.kt",
        "Failed to compile.\\n\\n./app/page.tsx:3:10\\nType error: Property 'x' does not exist.|app/page.tsx:3: Type error: Property 'x' does not exist.|app/page.tsx",
        "error during build:\\n[vite]: Rollup failed to resolve import \"sdk\" from \"/home/me/app/src/main.tsx\".|Rollup failed to resolve import \"sdk\" from \"/home/me/app/src/main.tsx\"|src/main.tsx",
        "error during build:\\nsrc/main.tsx (2:9): \"Chat\" is not exported by \"sdk\".|src/main.tsx:2: \"Chat\" is not exported by \"sdk\".|src/main.tsx",
        "file:///home/me/app/src/server.js:4\\nconst = 1;\\n      ^\\n\\nSyntaxError: Unexpected token '='|/home/me/app/src/server.js:4: SyntaxError: Unexpected token '='|src/server.js"
    })
    void theFirstErrorAndItsFileAreFound(String output, String first, String path) {
        String text = output.replace("\\n", "\n");
        assertThat(CompilerErrors.first(text)).isEqualTo(first);
        assertThat(CompilerErrors.among(Set.of(path, "src/other.ts"), text)).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "some noise\\nerror: things went wrong here\\nmore|error: things went wrong here",
        "nothing to see\\nlast words|last words",
        "[ERROR] Tests run: 3, Failures: 1\\n[ERROR]   ATest.works:33 expected 1|ATest.works:33 expected 1"
    })
    void withoutAFileTheMessageStands(String output, String first) {
        assertThat(CompilerErrors.first(output.replace("\\n", "\n"))).isEqualTo(first);
    }

    @Test
    void mavensOwnAdviceIsNotTheError() {
        assertThat(CompilerErrors.first("""
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.1:compile (default-compile) on project shop: Fatal error compiling: error: release version 21 not supported -> [Help 1]
                [ERROR]\s
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                [ERROR] Re-run Maven using the -X switch to enable full debug logging.
                """)).isEqualTo("Fatal error compiling: error: release version 21 not supported");
    }
}
