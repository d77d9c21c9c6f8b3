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
        List<Row> rows = new ArrayList<>(documents.length);
        List<LeafReaderContext> leaves = reader.leaves();
        int next = 0;
        while (next < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            Columns columns = Columns.of(leaf.reader());
            for (; next < documents.length && documents[next] < end; next++) {
                rows.add(columns.row(documents[next] - leaf.docBase));
            }
        }
        return rows;
    }

    private record Columns(SortedDocValues groups, NumericDocValues numbers, BinaryDocValues vocabularies) {

        static Columns of(LeafReader leaf) throws IOException {
            return new Columns(
                    DocValues.getSorted(leaf, EntryFields.GROUP),
                    DocValues.getNumeric(leaf, EntryFields.NUMBER),
                    DocValues.getBinary(leaf, EntryFields.VOCABULARY));
        }

        Row row(int document) throws IOException {
            if (!groups.advanceExact(document) || !numbers.advanceExact(document) || !vocabularies.advanceExact(document)) {
                throw new IllegalStateException("Document " + document + " was written without its columns.");
            }
            return new Row(
                    groups.lookupOrd(groups.ordValue()).utf8ToString(),
                    Math.toIntExact(numbers.longValue()),
                    Vocabulary.of(vocabularies.binaryValue()));
        }
    }
}
