package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import community.likeminds.agent.processors.code.StructuralEdits.Edit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditFixturesTest {

    private final StructuralEdits edits = new TextStructuralEdits();
    private final SourceCode sources = new TreeSitterSourceCode();

    static Stream<EditFixture> fixtures() {
        return EditFixture.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void givesTheExpectedText(EditFixture fixture) {
        Edit edit = fixture.apply(edits, fixture.target());

        String conflict = fixture.options().get("conflict");
        if (conflict == null) {
            assertThat(edit.conflict()).isNull();
        } else {
            assertThat(edit.conflict()).contains(conflict);
        }
        assertThat(edit.text()).isEqualTo(fixture.expected());
        assertThat(edit.changed()).isEqualTo(!fixture.expected().equals(fixture.target()));
        String leftOut = fixture.options().get("leftOut");
        if (leftOut != null) {
            assertThat(String.join("\n", edit.leftOut())).contains(leftOut);
        }
        assertThat(sources.check(fixture.path(), edit.text())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void changesNothingTheSecondTime(EditFixture fixture) {
        Edit again = fixture.apply(edits, fixture.expected());

        assertThat(again.text()).isEqualTo(fixture.expected());
        assertThat(again.changed()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void keepsCarriageReturns(EditFixture fixture) {
        assumeThat(fixture.target()).as("a file with a line ending").contains("\n");
        Edit edit = fixture.apply(edits, fixture.target().replace("\n", "\r\n"));

        assertThat(edit.text()).isEqualTo(fixture.expected().replace("\n", "\r\n"));
    }
}
