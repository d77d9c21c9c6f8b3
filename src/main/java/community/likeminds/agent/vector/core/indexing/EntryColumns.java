package community.likeminds.agent.vector.core.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;

/** What ranking needs of an entry, in columns of its own: reading a whole entry means unpacking a block of them. */
public final class EntryColumns {

    private EntryColumns() {}

    /**
     * @param group tenant, source and group, comparable
     * @param number place within the group
     * @param vocabulary of the body
     */
    public record Row(String group, int number, Vocabulary vocabulary) {}

    /** The rows of documents in ascending order. */
    public static List<Row> of(IndexReader reader, int[] documents) throws IOException {
        return each(reader, documents, Columns::of);
    }

    /** What a column of texts has of documents in ascending order. */
    public static List<String> texts(IndexReader reader, String column, int[] documents) throws IOException {
        return each(reader, documents, leaf -> {
            BinaryDocValues texts = DocValues.getBinary(leaf, column);
            return document -> {
                require(texts.advanceExact(document), document);
                return texts.binaryValue().utf8ToString();
            };
        });
    }

    /** Reads documents of a segment in ascending order. */
    private interface Reading<T> {
        T of(int document) throws IOException;
    }

    private interface Opening<T> {
        Reading<T> of(LeafReader leaf) throws IOException;
    }

    private static <T> List<T> each(IndexReader reader, int[] documents, Opening<T> opening) throws IOException {
        List<T> all = new ArrayList<>(documents.length);
        List<LeafReaderContext> leaves = reader.leaves();
        int next = 0;
        while (next < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            Reading<T> reading = opening.of(leaf.reader());
            for (; next < documents.length && documents[next] < end; next++) {
                all.add(reading.of(documents[next] - leaf.docBase));
            }
        }
        return all;
    }

    private static void require(boolean there, int document) {
        if (!there) {
            throw new IllegalStateException("Document " + document + " was written without its columns.");
        }
    }

    private record Columns(SortedDocValues groups, NumericDocValues numbers, BinaryDocValues vocabularies)
            implements Reading<Row> {

        static Columns of(LeafReader leaf) throws IOException {
            return new Columns(
                    DocValues.getSorted(leaf, EntryFields.GROUP),
                    DocValues.getNumeric(leaf, EntryFields.NUMBER),
                    DocValues.getBinary(leaf, EntryFields.VOCABULARY));
        }

        @Override
        public Row of(int document) throws IOException {
            require(groups.advanceExact(document), document);
            require(numbers.advanceExact(document), document);
            require(vocabularies.advanceExact(document), document);
            return new Row(
                    groups.lookupOrd(groups.ordValue()).utf8ToString(),
                    Math.toIntExact(numbers.longValue()),
                    Vocabulary.of(vocabularies.binaryValue()));
        }
    }
}
