package community.likeminds.agent.processors.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedRemovalsTest {

    private static final String APP = """
            import { createRoot } from 'react-dom/client'
            import App from './App'

            createRoot(document.getElementById('root')).render(
              <App />
            )
            """;

    private static StructuralEdits.Edit apply(String file, String snippet, Integer... removed) {
        return MarkedRemovals.apply("src/main.tsx", file, snippet, List.of(removed));
    }

    @Test
    void whatIsMarkedGivesWayToWhatIsShownInItsPlace() {
        StructuralEdits.Edit edit = apply(APP, """
                createRoot(root).render(
                    <App />
                    <Provider>
                      <App />
                    </Provider>
                """, 2);
        assertThat(edit.text()).isEqualTo(APP.replace("  <App />\n", "  <Provider>\n    <App />\n  </Provider>\n"));
        assertThat(edit.changes()).hasSize(1);
    }

    @Test
    void doneTwiceIsDoneOnce() {
        String snippet = """
                createRoot(root).render(
                    <App />
                    <Provider>
                      <App />
                    </Provider>
                """;
        String once = apply(APP, snippet, 2).text();
        assertThat(apply(once, snippet, 2).text()).isEqualTo(once);
    }

    @Test
    void aLineIsReplacedUnderTheIndentationOfTheFile() {
        StructuralEdits.Edit edit = apply(APP, """
                    <App />
                    <Provider><App /></Provider>
                """, 1);
        assertThat(edit.text()).isEqualTo(APP.replace("  <App />\n", "  <Provider><App /></Provider>\n"));
        assertThat(edit.changes()).containsExactly("Replaced `<App />` by `<Provider><App /></Provider>`, as the guide marks it.");
        assertThat(apply(edit.text(), """
                    <App />
                    <Provider><App /></Provider>
                """, 1).changed()).isFalse();
    }

    @Test
    void aLineIsTakenOutAndEverythingElseStays() {
        String file = "import a from 'a'\r\nimport legacy from 'legacy'\r\n\r\nlegacy.init()\r\na()";
        StructuralEdits.Edit edit = apply(file, "import legacy from 'legacy'\nlegacy.init()", 1, 2);
        assertThat(edit.text()).isEqualTo(file);
        edit = apply(file, "import legacy from 'legacy'\n\nlegacy.init()", 1, 3);
        assertThat(edit.text()).isEqualTo("import a from 'a'\r\n\r\na()");
    }

    @Test
    void whatStandsTwiceIsAConflict() {
        StructuralEdits.Edit edit = apply("start()\nstart()\n", "start()\nbegin()", 1);
        assertThat(edit.conflict()).contains("2 times");
        assertThat(edit.text()).isEqualTo("start()\nstart()\n");
    }

    @Test
    void whatTheFileDoesNotHaveChangesNothing() {
        assertThat(apply(APP, "<Main />\n<Other />", 1)).isEqualTo(new StructuralEdits.Edit(APP, List.of(), List.of(), null));
        assertThat(apply(APP, ")", 1).text()).isEqualTo(APP);
    }

    @Test
    void whatWouldBreakTheFileIsAConflict() {
        assertThat(apply(APP, "createRoot(document.getElementById('root')).render(", 1).conflict()).contains("no longer parse");
    }

    @Test
    void theLastLineKeepsItsMissingEnd() {
        assertThat(apply("first()\nlegacy()", "legacy()\nmodern()", 1).text()).isEqualTo("first()\nmodern()");
    }
}
