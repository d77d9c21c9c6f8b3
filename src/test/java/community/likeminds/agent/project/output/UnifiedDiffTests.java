package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.project.output.ChangeSets.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnifiedDiffTests {

    @Test
    void aChangedFileLooksAsInGit() {
        assertThat(diff("src/a.ts", "one\r\ntwo\r\nthree", "one\r\n2\r\nthree")).isEqualTo(
                """
                diff --git a/src/a.ts b/src/a.ts
                --- a/src/a.ts
                +++ b/src/a.ts
                @@ -1,3 +1,3 @@
                 one\r
                -two\r
                +2\r
                 three
                \\ No newline at end of file
                """);
    }

    @Test
    void newAndDeletedFilesSaySo() {
        assertThat(diff("n.ts", null, "x\n")).isEqualTo(
                """
                diff --git a/n.ts b/n.ts
                new file mode 100644
                --- /dev/null
                +++ b/n.ts
                @@ -0,0 +1 @@
                +x
                """);
        assertThat(diff("n.ts", "x\n", null)).contains("deleted file mode 100644", "+++ /dev/null", "-x\n");
        assertThat(diff("empty.ts", null, "")).isEqualTo("diff --git a/empty.ts b/empty.ts\nnew file mode 100644\n");
    }

    @Test
    void binaryAndLockFilesAreOnlyNamed() {
        assertThat(diff("i.png", "a\0b", "a\0c")).contains("Binary files a/i.png and b/i.png differ");
        assertThat(diff("package-lock.json", "a\nb\n", "a\nc\nd\n"))
                .endsWith("Lock files a/package-lock.json and b/package-lock.json differ (+2 -1 lines)\n");
    }

    @Test
    void secretsAreMasked() {
        String diff = new UnifiedDiff(List.of("sk_live_123", "7")).of(Map.of(
                ".env", change("DB_PASSWORD=hunter2\nPORT=3000\n", "DB_PASSWORD=hunter2\nPORT=3000\nKEY=sk_live_123\nN=7\nM=77\n")));
        assertThat(diff)
                .contains(" DB_PASSWORD=***\n", " PORT=3000\n", "+KEY=***\n", "+N=***\n", "+M=77\n")
                .doesNotContain("hunter2", "sk_live_123");
    }

    private static String diff(String path, @Nullable String before, @Nullable String after) {
        return new UnifiedDiff(List.of()).of(Map.of(path, change(before, after)));
    }

    private static Change change(@Nullable String before, @Nullable String after) {
        return new Change(bytes(before), bytes(after));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
