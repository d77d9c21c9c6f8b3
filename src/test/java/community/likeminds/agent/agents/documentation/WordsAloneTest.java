package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.SearchRequest.Narrowing;
import community.likeminds.agent.agents.documentation.contextretrieval.Meaning;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions while there is no embedding model. */
class WordsAloneTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private final Faulty embeddings = new Faulty();
    private DocumentationContext context;

    enum Fault {
        NONE,
        /** The provider is down. */
        DOWN,
        /** It takes the request and never answers. */
        SILENT,
        /** The library of a local model cannot be loaded. */
        UNLOADABLE,
        /** It makes the question's vector and is down then. */
        DOWN_AFTER_THE_QUESTION
    }

    /** Fails as it is told to; it counts how often it was asked. */
    private static final class Faulty extends FakeEmbeddings {

        volatile Fault fault = Fault.NONE;
        volatile int asked;

        @Override
        public boolean remote() {
            return fault == Fault.SILENT;
        }

        @Override
        public float[] embedQuery(String text) {
            asked++;
            if (fault != Fault.DOWN_AFTER_THE_QUESTION) {
                fail();
            }
            return super.embedQuery(text);
        }

        @Override
        public List<float[]> embedPassages(List<String> texts) {
            fail();
            return super.embedPassages(texts);
        }

        private void fail() {
            switch (fault) {
                case NONE -> {}
                case DOWN, DOWN_AFTER_THE_QUESTION -> throw new AgentException(Kind.UNAVAILABLE, "embeddings-provider-unavailable", "It is down.", "Wait.");
                case UNLOADABLE -> throw new UnsatisfiedLinkError("no model here");
                case SILENT -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }
    }

    @BeforeEach
    void ingest() throws IOException {
        System.setProperty("likeminds.embeddings.question-timeout", "200ms");
        System.setProperty("likeminds.embeddings.question-pause", "300ms");
        Path docs = Files.createDirectories(temporary.resolve("docs"));
        Files.writeString(docs.resolve("letters.md"), "# Letters\n\nLetters are kept for ninety days. A letter holds 64 kilobytes.\n");
        Files.writeString(docs.resolve("stamps.md"), "# Stamps\n\nStamps are bought in sheets of twenty and never expire.\n");
        Path code = Files.createDirectories(temporary.resolve("code"));
        Files.writeString(code.resolve("stamps.py"), "def buy_stamps(sheets):\n    return sheets * 20\n");
        context = DocumentationContext.start(temporary.resolve("data"), new FakeDocumentProcessor(), embeddings);
        context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
        context.get(Codebases.class).index(TENANT, code.toString(), Progress.NONE);
    }

    @AfterEach
    void close() {
        context.close();
        System.clearProperty("likeminds.embeddings.question-timeout");
        System.clearProperty("likeminds.embeddings.question-pause");
    }

    private Answer ask() {
        return context.agent().ask(TENANT, new AskRequest("How long are letters kept?", "", ""));
    }

    private SearchResult search() {
        return context.agent().search(TENANT, new SearchRequest("letters kept", "", "", 3, Narrowing.NONE, true, 500));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"DOWN", "SILENT", "UNLOADABLE"})
    void answersByWordsSaysSoAndIsLessSure(Fault fault) {
        embeddings.fault = fault;
        for (int i = 0; i < 3; i++) {
            assertThat(search().results().getFirst().page()).isEqualTo("letters.md");
            assertThat(search().notices()).containsExactly(Meaning.NOTICE);
        }
        Answer answer = ask();
        assertThat(answer.abstained()).isFalse();
        assertThat(answer.answer()).contains("ninety days");
        assertThat(answer.notices()).containsExactly(Meaning.NOTICE);
        assertThat(answer.confidence()).isLessThanOrEqualTo(0.6);
        assertThat(context.agent().ask(TENANT, new AskRequest("Which colour has the moon's far side?", "", "")).abstained()).isTrue();
        Codebases.Hits code = context.get(Codebases.class).search(TENANT, new Codebases.Search("buy stamps", "", "", 3));
        assertThat(code.results().getFirst().symbol()).isEqualTo("buy_stamps");
        assertThat(code.notices()).containsExactly(Meaning.NOTICE);
    }

    @Test
    void aModelThatGoesDuringAnAnswerDoesNotEndIt() {
        Answer before = ask();
        embeddings.fault = Fault.DOWN_AFTER_THE_QUESTION;
        Answer answer = ask();
        assertThat(answer.answer()).isEqualTo(before.answer());
        assertThat(answer.confidence()).isEqualTo(before.confidence());
        assertThat(answer.citations()).isEqualTo(before.citations()).isNotEmpty();
    }

    @Test
    void isNotAskedAgainAndAgainAndRecoversByItself() throws InterruptedException {
        embeddings.fault = Fault.DOWN;
        for (int i = 0; i < 20; i++) {
            search();
        }
        assertThat(embeddings.asked).describedAs("asked while it was down").isLessThan(10);
        embeddings.fault = Fault.NONE;
        SearchResult result = search();
        for (int i = 0; i < 200 && !result.notices().isEmpty(); i++) {
            Thread.sleep(50);
            result = search();
        }
        assertThat(result.notices()).isEmpty();
        assertThat(ask().notices()).isEmpty();
    }
}
