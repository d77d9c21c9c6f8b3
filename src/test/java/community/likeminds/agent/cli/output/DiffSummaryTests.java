package community.likeminds.agent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffSummaryTests {

    @Test
    void linesThatLookLikeHeadersAreCountedAsLines() {
        String diff =
                """
                --- a/one.sql
                +++ b/one.sql
                @@ -1,3 +1,2 @@
                 select 1;
                --- a comment that goes
                --- another one
                +++ odd but added
                --- a/two.txt
                +++ b/two.txt
                @@ -0,0 +1 @@
                +first
                \\ No newline at end of file
                --- a/three.txt
                +++ /dev/null
                @@ -1 +0,0 @@
                -last
                """;
        assertThat(DiffSummary.of(diff)).isEqualTo(new DiffSummary(3, 2, 3));
    }

    @Test
    void anEmptyDiffHasNothing() {
        assertThat(DiffSummary.of("")).isEqualTo(new DiffSummary(0, 0, 0));
    }
}
