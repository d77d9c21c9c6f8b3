package community.likeminds.agent.processors.code.ast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxTreeTest {

    private static final String TEXT = "const a = `é${b}🚀` // ü\nfunction f(x) { return <p a=\"1\">{x}…</p> }\nclass A { b = ( }\n{\"k\": 1}";

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsTheSameTreeBothWays(Language language) {
        assertThat(NativeTrees.loaded()).isPresent();
        assertThat(print(SyntaxTree.parse(language, TEXT).root()))
                .isEqualTo(print(SyntaxTree.parseByBinding(language, TEXT).root()));
    }

    private static String print(SyntaxNode node) {
        StringBuilder text = new StringBuilder();
        node.walk(one -> text.append(one.field()).append(':').append(one).append(one.named()).append(one.missing()).append('\n'));
        return text.toString();
    }

    @Test
    void givesOffsetsOfTheJavaString() {
        SyntaxTree tree = SyntaxTree.parse(Language.TSX, TEXT);

        assertThat(tree.root().all("jsx_element").getFirst().text()).isEqualTo("<p a=\"1\">{x}…</p>");
    }

    @Test
    void readsDeepAndEmptyTexts() {
        assertThat(SyntaxTree.parse(Language.TSX, "").valid()).isTrue();
        String deep = "(".repeat(3000) + "1" + ")".repeat(3000);
        assertThat(SyntaxTree.parse(Language.TSX, deep).root().all("number")).hasSize(1);
    }

    @Test
    void readsInManyThreads() throws Exception {
        String expected = print(SyntaxTree.parse(Language.TYPESCRIPT, TEXT).root());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> read = () -> print(SyntaxTree.parse(Language.TYPESCRIPT, TEXT).root());
            for (Future<String> one : threads.invokeAll(java.util.Collections.nCopies(200, read))) {
                assertThat(one.get()).isEqualTo(expected);
            }
        }
    }
}
