package community.likeminds.agent.vector.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class ImpactsTest {

    private static final int DOCUMENTS = 300;
    private static final long SEED = 20_261_123L;

    @Test
    void areWhatASearchGivesInEverySegment() throws IOException {
        Random random = new Random(SEED);
        try (ByteBuffersDirectory directory = written(random, false);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            assertThat(reader.leaves()).hasSizeGreaterThan(1);
            for (int word = 0; word < 8; word++) {
                Query query = query(word);
                Impacts impacts = Impacts.of(searcher, query);
                Map<Integer, Float> expected = new HashMap<>();
                for (ScoreDoc hit : searcher.search(query, DOCUMENTS).scoreDocs) {
                    expected.put(hit.doc, hit.score);
                }
                Map<Integer, Float> found = new HashMap<>();
                int[] every = IntStream.range(0, DOCUMENTS).toArray();
                impacts.at(every, (place, score) -> found.put(every[place], score));
                assertThat(impacts.documents()).as("seed %d", SEED).isSorted();
                assertThat(found.keySet()).as("seed %d", SEED).isEqualTo(expected.keySet());
                expected.forEach((document, score) -> assertThat(found.get(document)).isCloseTo(score, within(1e-5f)));
            }
        }
    }

    @Test
    void tellsOnlyWhatIsAskedFor() {
        Impacts impacts = new Impacts(new int[] {2, 5, 9}, new float[] {1, 2, 3});
        Map<Integer, Float> told = new HashMap<>();
        impacts.at(new int[] {0, 5, 6, 9, 12}, told::put);
        assertThat(told).isEqualTo(Map.of(1, 2f, 3, 3f));
    }

    @Test
    void deletedDocumentsDoNotPass() throws IOException {
        try (ByteBuffersDirectory directory = written(new Random(SEED), true);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            assertThat(reader.hasDeletions()).isTrue();
            Query query = query(1);
            FixedBitSet passing = Passing.of(searcher, query);
            int[] live = IntStream.of(Impacts.of(searcher, query).documents()).filter(passing::get).toArray();
            int[] expected = IntStream.range(0, reader.maxDoc())
                    .filter(document -> searches(searcher, query, document))
                    .toArray();
            assertThat(live).isEqualTo(expected).isNotEmpty();
        }
    }

    private static boolean searches(IndexSearcher searcher, Query query, int document) {
        try {
            for (ScoreDoc hit : searcher.search(query, DOCUMENTS).scoreDocs) {
                if (hit.doc == document) {
                    return true;
                }
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Query query(int word) {
        return new CombinedFieldQuery.Builder("w" + word).addField("title", 3).addField("body").build();
    }

    private static ByteBuffersDirectory written(Random random, boolean deleting) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig configuration = new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, configuration)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                document.add(new TextField("title", "w" + random.nextInt(10), Store.NO));
                StringBuilder body = new StringBuilder("all");
                for (int word = random.nextInt(30); word >= 0; word--) {
                    body.append(" w").append((int) Math.abs(random.nextGaussian() * 4));
                }
                document.add(new TextField("body", body.toString(), Store.NO));
                writer.addDocument(document);
                if (i % 97 == 0) {
                    writer.commit();
                }
            }
            if (deleting) {
                writer.deleteDocuments(new TermQuery(new Term("title", "w3")));
            }
        }
        return directory;
    }
}
