package community.likeminds.agent.vector.core.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Identifier-aware tokens, prose lightly stemmed (Krovetz, SIGIR 1993). The same for pages and questions. */
public final class DocumentAnalyzer extends Analyzer {

    /**
     * @param text as the index writes it
     * @param composed true for an identifier or path as a whole
     */
    public record Token(String text, boolean composed) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        IdentifierTokenizer source = new IdentifierTokenizer();
        return new TokenStreamComponents(source, new KStemFilter(source));
    }

    /** The tokens of a text in their order. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            KeywordAttribute keyword = stream.addAttribute(KeywordAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), keyword.isKeyword()));
            }
            stream.end();
        } catch (IOException impossibleOnText) {
            throw new UncheckedIOException(impossibleOnText);
        }
        return tokens;
    }
}
