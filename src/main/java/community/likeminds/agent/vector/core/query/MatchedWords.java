package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.indexing.EntryFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/** Which words stand in which documents, read from the index: analysing texts again would cost ten times as much. */
final class MatchedWords {

    /** Symbols stand in the body as well. */
    private static final List<SearchField> FIELDS =
            List.of(SearchField.TITLE, SearchField.HEADINGS, SearchField.BODY, SearchField.PATH);

    private MatchedWords() {}

    /** The words of each document, in the order of the documents. */
    static List<Set<String>> of(IndexSearcher searcher, Set<String> words, int[] documents) throws IOException {
        List<Set<String>> matched = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            matched.add(new HashSet<>());
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int from = 0;
        while (from < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[from], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            int to = from;
            while (to < documents.length && documents[to] < end) {
                to++;
            }
            for (String word : words) {
                for (SearchField field : FIELDS) {
                    Term term = new Term(EntryFields.searched(field), word);
                    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
                    if (postings != null) {
                        collect(postings, word, documents, from, to, leaf.docBase, matched);
                    }
                }
            }
            from = to;
        }
        return matched;
    }

    private static void collect(
            PostingsEnum postings, String word, int[] documents, int from, int to, int base, List<Set<String>> matched)
            throws IOException {
        for (int i = from; i < to && postings.docID() != DocIdSetIterator.NO_MORE_DOCS; i++) {
            int wanted = documents[i] - base;
            if (postings.docID() == wanted || postings.docID() < wanted && postings.advance(wanted) == wanted) {
                matched.get(i).add(word);
            }
        }
    }
}
