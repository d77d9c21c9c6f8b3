package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.vector.core.indexing.EntryColumns;
import community.likeminds.agent.vector.core.query.DenseLeg;
import community.likeminds.agent.vector.core.store.chroma.ChromaRecords.CollectionGone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** The vectors on the server, one collection of them for each source, seen from a state of the mirror. */
final class ChromaDenseLeg implements DenseLeg {

    private final IndexSearcher searcher;
    private final Map<String, ChromaRecords> sources;
    private final float[] asked;
    private final Map<String, ?> where;
    private final SampledVectors sampled;
    private final Executor executor;
    private final int asking;
    private final Map<String, Double> distances = new HashMap<>();
    private final Map<String, float[]> vectors = new HashMap<>();

    /**
     * @param sources vectors by the hash of their source
     * @param where the query's filter in the server's words
     * @param asking how many times as many are asked for, as the filter keeps some that the server cannot tell
     * @param sampled what was fetched for other questions
     */
    ChromaDenseLeg(
            IndexSearcher searcher,
            Map<String, ChromaRecords> sources,
            float[] asked,
            Map<String, ?> where,
            int asking,
            SampledVectors sampled,
            Executor executor) {
        this.searcher = searcher;
        this.sources = sources;
        this.asked = asked;
        this.where = where;
        this.asking = asking;
        this.sampled = sampled;
        this.executor = executor;
    }

    @Override
    public int[] nearest(Query filter, int size) throws IOException {
        Map<String, Double> found = each(
                sources.keySet().stream().collect(HashMap::new, (all, source) -> all.put(source, List.of()), HashMap::putAll),
                (records, none) -> records.nearest(asked, asking * size, where));
        distances.putAll(found);
        List<BytesRef> best = found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit((long) asking * size)
                .map(entry -> new BytesRef(entry.getKey()))
                .toList();
        // What is no longer or not yet in force is not in the mirror.
        Query inForce = new BooleanQuery.Builder()
                .add(new TermInSetQuery(Mirror.RECORD, best), Occur.FILTER)
                .add(filter, Occur.FILTER)
                .build();
        if (best.isEmpty()) {
            return new int[0];
        }
        int[] passing = Arrays.stream(searcher.search(inForce, best.size()).scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
        return passing.length <= size ? passing : nearest(passing, size);
    }

    /** @param documents ascending */
    private int[] nearest(int[] documents, int size) throws IOException {
        List<String> records = records(documents);
        return IntStream.range(0, documents.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> distances.getOrDefault(records.get(at), Double.MAX_VALUE)))
                .limit(size)
                .mapToInt(at -> documents[at])
                .toArray();
    }

    @Override
    public double[] cosines(int[] documents) throws IOException {
        List<String> records = records(documents);
        // The server's own distances by id fail when one of the ids has no vector, so the vectors themselves are asked for.
        fetch(records.stream().filter(record -> !distances.containsKey(record)).toList());
        return records.stream().mapToDouble(this::cosine).toArray();
    }

    @Override
    public double[] sample(int[] documents) throws IOException {
        List<String> records = records(documents);
        Map<String, float[]> found = each(bySource(records), sampled::of);
        return records.stream()
                .mapToDouble(record -> {
                    float[] vector = found.get(record);
                    return vector == null ? Double.NaN : VectorUtil.dotProduct(asked, vector);
                })
                .toArray();
    }

    private double cosine(String record) {
        Double distance = distances.get(record);
        float[] vector = vectors.get(record);
        if (distance != null) {
            return 1 - distance;
        }
        return vector == null ? Double.NaN : VectorUtil.dotProduct(asked, vector);
    }

    @Override
    public List<float @Nullable []> vectors(int[] documents) throws IOException {
        List<String> records = records(documents);
        fetch(records.stream().filter(record -> !vectors.containsKey(record)).toList());
        List<float @Nullable []> found = new ArrayList<>();
        records.forEach(record -> found.add(vectors.get(record)));
        return found;
    }

    private void fetch(List<String> records) {
        vectors.putAll(each(bySource(records), ChromaRecords::vectors));
    }

    private List<String> records(int[] documents) throws IOException {
        return EntryColumns.texts(searcher.getIndexReader(), Mirror.RECORD, documents);
    }

    private static Map<String, List<String>> bySource(List<String> records) {
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        for (String record : records) {
            int slash = record.indexOf('/');
            bySource.computeIfAbsent(record.substring(0, slash), source -> new ArrayList<>())
                    .add(record.substring(slash + 1));
        }
        return bySource;
    }

    /** Asks the collections at the same time; the answers are by source and record. */
    private <T> Map<String, T> each(
            Map<String, List<String>> questions, BiFunction<ChromaRecords, List<String>, Map<String, T>> call) {
        Map<String, CompletableFuture<Map<String, T>>> answers = new HashMap<>();
        questions.forEach((source, ids) -> {
            ChromaRecords records = sources.get(source);
            if (records != null) {
                answers.put(source, CompletableFuture.supplyAsync(() -> call.apply(records, ids), executor));
            }
        });
        Map<String, T> all = new HashMap<>();
        answers.forEach((source, answer) -> {
            try {
                answer.join().forEach((id, value) -> all.put(source + "/" + id, value));
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof CollectionGone) {
                    // Deleted meanwhile: the caller sees that the revision has moved, and searches again.
                    return;
                }
                throw failure.getCause() instanceof RuntimeException known ? known : failure;
            }
        });
        return all;
    }
}
