package community.likeminds.agent.vector.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    private final DocumentAnalyzer analyzer = new DocumentAnalyzer();
    private final Synonyms synonyms = Synonyms.bundled(analyzer);

    private String form(String word) {
        return analyzer.tokens(word).getFirst().text();
    }

    @Test
    void wordsOfOneGroupStandForEachOtherInEveryForm() {
        assertThat(synonyms.of(form("photos"))).contains(form("images"), form("picture"));
        assertThat(synonyms.of(form("deleted"))).contains(form("removing"));
        assertThat(synonyms.of("kumquat")).isEmpty();
        assertThat(Synonyms.NONE.of(form("picture"))).isEmpty();
    }

    @Test
    void everyLineOfTheFileSaysSomething() {
        Set<Set<String>> seen = new HashSet<>();
        for (String line : Synonyms.lines()) {
            List<String> forms = Arrays.stream(line.split(" ")).map(this::form).distinct().toList();
            assertThat(forms).as(line).hasSizeGreaterThan(1);
            assertThat(forms).as(line).noneMatch(StopWords::contains);
            assertThat(seen.add(Set.copyOf(forms))).as(line).isTrue();
        }
    }
}
