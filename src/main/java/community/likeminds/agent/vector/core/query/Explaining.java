package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Says how the score of a candidate came about. Costs a look at the index for each word, so only what is shown is explained. */
final class Explaining {

    private final IndexSearcher searcher;
    private final DocumentAnalyzer analyzer;
    private final Space space;
    private final Words words;
    private final LegWeight weight;
    private final Audience audience;

    Explaining(IndexSearcher searcher, DocumentAnalyzer analyzer, Space space, Words words, LegWeight weight, Audience audience) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.space = space;
        this.words = words;
        this.weight = weight;
        this.audience = audience;
    }

    Explanation explain(Candidate candidate, Entry entry, Score score, List<Candidate> folded) throws IOException {
        return new Explanation(
                score.parts(),
                terms(candidate, entry),
                candidate.words(),
                score.wordsNormalised(),
                candidate.cosine(),
                score.denseNormalised(),
                weight.words(),
                Stream.concat(weight.reasons().stream(), audience.reasons(candidate)).toList(),
                folded.stream()
                        .map(same -> EntryFields.shown(same.page()) + "#" + same.number())
                        .toList());
    }

    private List<Explanation.Term> terms(Candidate candidate, Entry entry) throws IOException {
        List<Explanation.Term> terms = new ArrayList<>();
        if (candidate.words() == 0) {
            // Nothing matched, or the words were not asked.
            return terms;
        }
        for (Map.Entry<String, Query> word : words.queries(space).entrySet()) {
            double score = searcher.explain(word.getValue(), candidate.document()).getValue().doubleValue();
            if (score > 0) {
                terms.add(new Explanation.Term(word.getKey(), fields(entry, word.getKey()), score));
            }
        }
        return terms;
    }

    private List<SearchField> fields(Entry entry, String word) {
        return Arrays.stream(SearchField.values())
                .filter(field -> analyzer.tokens(entry.text(field)).stream()
                        .anyMatch(token -> token.text().equals(word)))
                .toList();
    }
}
