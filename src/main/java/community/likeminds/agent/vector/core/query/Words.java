package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.indexing.DocumentAnalyzer;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The words of a question and what each of them is worth in an index.
 *
 * @param weights how rare each word is (BM25's idf); words that stand nowhere weigh like the rarest
 * @param unknown words that stand nowhere in the index
 * @param identifiers composed words, such as {@code initClient} or {@code build.gradle}, that do stand in the index
 * @param joined neighbours that the index knows as one word, such as {@code chatroom} for "chat room"
 * @param alike what else the index may call a word, by the word
 * @param named share of the words, as written and without words of grammar, that are identifiers, 0 to 1
 * @param function share of the words that are words of grammar, 0 to 1
 */
record Words(
        Map<String, Double> weights,
        Set<String> unknown,
        Set<String> identifiers,
        Set<String> joined,
        Map<String, Set<String>> alike,
        double named,
        double function) {

    private static final double JOINED_BOOST = 0.5;
    /** Found on 183 questions over eight SDKs, as was that a word is covered by another one for it. */
    private static final double ALIKE_BOOST = 0.3;
    private static final Pattern EDGES = Pattern.compile("^\\W+|\\W+$");

    /** @param filter the passages that may be found: what stands in no other is unknown */
    static Words of(String text, DocumentAnalyzer analyzer, Synonyms synonyms, IndexSearcher searcher, Query filter, IndexMemory.State known)
            throws IOException {
        IndexReader reader = searcher.getIndexReader();
        // Frequencies count what was deleted and not yet merged away.
        boolean everything = !reader.hasDeletions() && EntryFields.passesAll(searcher, filter);
        List<DocumentAnalyzer.Token> tokens = analyzer.tokens(text);
        List<String> plain = tokens.stream()
                .filter(token -> !token.composed())
                .map(DocumentAnalyzer.Token::text)
                .toList();
        Set<String> kept = plain.stream().filter(word -> !StopWords.contains(word)).collect(Collectors.toSet());
        Map<String, Double> weights = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> identifiers = new LinkedHashSet<>();
        for (DocumentAnalyzer.Token token : tokens) {
            int frequency = frequency(known, reader, token.text());
            if (token.composed()) {
                if (frequency > 0) {
                    weights.put(token.text(), idf(reader, frequency));
                    identifiers.add(token.text());
                }
            } else if (kept.isEmpty() || kept.contains(token.text())) {
                weights.put(token.text(), idf(reader, frequency));
                if (frequency == 0 || !everything && !standsIn(known, token.text(), searcher, filter)) {
                    unknown.add(token.text());
                }
            }
        }
        Set<String> joined = new LinkedHashSet<>();
        for (String pair : pairs(plain)) {
            if (!weights.containsKey(pair) && frequency(known, reader, pair) > 0) {
                joined.add(pair);
            }
        }
        double function = plain.isEmpty() ? 0 : plain.stream().filter(StopWords::contains).count() / (double) plain.size();
        double named = named(text, identifiers);
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        // A name of code has no other.
        for (String word : named < 1 ? weights.keySet() : Set.<String>of()) {
            Set<String> others = new LinkedHashSet<>();
            for (String other : synonyms.of(word)) {
                if (!weights.containsKey(other) && frequency(known, reader, other) > 0) {
                    others.add(other);
                }
            }
            if (!others.isEmpty()) {
                alike.put(word, others);
            }
        }
        return new Words(weights, unknown, identifiers, joined, alike, named, function);
    }

    private static double named(String text, Set<String> identifiers) {
        List<String> written = Arrays.stream(text.split("\\s+"))
                .map(word -> EDGES.matcher(word).replaceAll("").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !StopWords.contains(word))
                .toList();
        return written.isEmpty() ? 0 : written.stream().filter(identifiers::contains).count() / (double) written.size();
    }

    /** Words of three letters and more as the text writes them, without words of grammar. */
    static List<String> written(String text) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> word.length() > 2 && !StopWords.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Share of the words, by weight, that stand nowhere, and no other word for them does. */
    double unknownShare() {
        return coverage(unknown.stream().filter(word -> !alike.containsKey(word)).collect(Collectors.toSet()));
    }

    private record Standing(String word, Query filter) {}

    private static boolean standsIn(IndexMemory.State known, String word, IndexSearcher searcher, Query filter) throws IOException {
        return known.of(new Standing(word, filter), one -> standsIn(one.word(), searcher, one.filter()) ? 1 : 0) > 0;
    }

    private static boolean standsIn(String word, IndexSearcher searcher, Query filter) throws IOException {
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1).add(filter, Occur.FILTER);
        EntryFields.searched().forEach(field -> anywhere.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
        Weight weight = searcher.createWeight(searcher.rewrite(anywhere.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && hasLive(scorer.iterator(), leaf.reader().getLiveDocs())) {
                return true;
            }
        }
        return false;
    }

    /** One is enough: counting common words would go through most of the index. */
    private static boolean hasLive(DocIdSetIterator documents, @Nullable Bits live) throws IOException {
        for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                return true;
            }
        }
        return false;
    }

    /** Words of the text, as written, no part of which stands in what was searched. */
    Set<String> unknownAsWritten(String text, DocumentAnalyzer analyzer) {
        Set<String> written = new LinkedHashSet<>();
        for (String word : text.split("\\s+")) {
            List<String> parts = analyzer.tokens(word).stream()
                    .filter(token -> !token.composed())
                    .map(DocumentAnalyzer.Token::text)
                    .filter(part -> !StopWords.contains(part))
                    .toList();
            if (!parts.isEmpty() && unknown.containsAll(parts)) {
                written.add(EDGES.matcher(word).replaceAll(""));
            }
        }
        return written;
    }

    private static List<String> pairs(List<String> plain) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < plain.size(); i++) {
            if (!StopWords.contains(plain.get(i - 1)) && !StopWords.contains(plain.get(i))) {
                pairs.add(plain.get(i - 1) + plain.get(i));
            }
        }
        return pairs;
    }

    private record Frequency(String word) {}

    private static int frequency(IndexMemory.State known, IndexReader reader, String word) throws IOException {
        return known.of(new Frequency(word), one -> frequency(reader, one.word()));
    }

    private static int frequency(IndexReader reader, String word) throws IOException {
        int most = 0;
        for (String field : EntryFields.searched()) {
            most = Math.max(most, reader.docFreq(new Term(field, word)));
        }
        return most;
    }

    private static double idf(IndexReader reader, int frequency) {
        return Math.log(1 + (reader.numDocs() - frequency + 0.5) / (frequency + 0.5));
    }

    /** BM25F over every field (Robertson et al., CIKM 2004), by the word that is looked for; none when no word is left. */
    Map<String, Query> queries(Space space) {
        Map<String, Query> queries = new LinkedHashMap<>();
        weights.keySet().stream()
                .filter(word -> !unknown.contains(word) || alike.containsKey(word))
                .forEach(word -> queries.put(word, any(space, word)));
        joined.forEach(word -> queries.put(word, new BoostQuery(fields(space, word), (float) JOINED_BOOST)));
        return queries;
    }

    private Query any(Space space, String word) {
        if (!alike.containsKey(word)) {
            return fields(space, word);
        }
        List<Query> any = new ArrayList<>();
        if (!unknown.contains(word)) {
            any.add(fields(space, word));
        }
        for (String other : alike.getOrDefault(word, Set.of())) {
            any.add(new BoostQuery(fields(space, other), (float) ALIKE_BOOST));
        }
        return new DisjunctionMaxQuery(any, 0);
    }

    private static Query fields(Space space, String word) {
        CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(word);
        for (SearchField field : SearchField.values()) {
            query.addField(EntryFields.searched(field), space.boost(field));
        }
        return query.build();
    }

    /** Share of the words, by weight, that a set of words holds. */
    double coverage(Set<String> present) {
        double all = 0;
        double covered = 0;
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            all += word.getValue();
            if (present.contains(word.getKey())) {
                covered += word.getValue();
            }
        }
        return all == 0 ? 0 : covered / all;
    }
}
