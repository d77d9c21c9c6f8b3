package community.likeminds.agent.project.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hunks as people edit them. */
class PatchTests {

    @Test
    void whatWasComparedIsMadeAgain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] lines = {"a", "b", "", " ", "-x", "+y", "@@ -1 +1 @@", "\\ No", "ü🙂", "end\r", "\tt"};
        for (int round = 0; round < 3000; round++) {
            String before = text(random, lines);
            String after = text(random, lines);
            String patch = Patch.between(before, after);
            String result = patch.isEmpty() ? before : Patch.parse(patch).apply(before);
            assertThat(result).as("seed %d, round %d: %s", seed, round, patch).isEqualTo(after);
        }
    }

    private static String text(Random random, String[] lines) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(lines[random.nextInt(lines.length)]).append(i == 1 && random.nextBoolean() ? "" : "\n");
        }
        return text.toString();
    }

    @Test
    void countsAreNotReadAndLinesMayHaveMoved() {
        String patch = "@@ -1,9 +1,9 @@\n one\n+new\n two\n";
        assertThat(Patch.parse(patch).apply("zero\nzero\none\ntwo\n")).isEqualTo("zero\nzero\none\nnew\ntwo\n");
    }

    @Test
    void theNearestPlaceIsTaken() {
        assertThat(Patch.parse("@@ -4,1 +4,2 @@\n x\n+new\n").apply("x\n1\n2\nx\n")).isEqualTo("x\n1\n2\nx\nnew\n");
    }

    @Test
    void anEmptyContextLineMayHaveLostItsBlank() {
        assertThat(Patch.parse("@@ -1,3 +1,4 @@\n a\n\n-b\n+c\n").apply("a\n\nb\n")).isEqualTo("a\n\nc\n");
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertThatThrownBy(() -> Patch.parse("@@ -1 +1 @@\n-a\n+b\n").apply("c\n")).hasMessageContaining("@@ -1 +1 @@");
        assertThatThrownBy(() -> Patch.parse("@@ -1 +1 @@\n-a\nb\n")).hasMessageContaining("'b'");
        assertThatThrownBy(() -> Patch.parse("a\n")).hasMessageContaining("begins with a line such as");
        assertThatThrownBy(() -> Patch.parse("")).hasMessageContaining("empty");
    }
}
