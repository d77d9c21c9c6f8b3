package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.Found;
import community.likeminds.agent.vector.docs.VectorQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** {@link DocumentVectors} in one Lucene index below the data folder. */
final class LuceneDocumentVectors implements DocumentVectors, AutoCloseable {

    private final DocumentAnalyzer analyzer = new DocumentAnalyzer();
    private final LuceneIndex index;

    LuceneDocumentVectors(DataFolder data) {
        this.index = new LuceneIndex(data, analyzer);
    }

    @Override
    public void replace(TenantId tenant, String source, List<PageChunks> pages, VectorSet known) {
        index.write(writer -> {
            for (PageChunks page : pages) {
                writer.deleteDocuments(new Term(DocumentFields.PAGE, DocumentFields.page(tenant, source, page.path())));
                int number = 0;
                for (Chunk chunk : page.chunks()) {
                    writer.addDocument(DocumentFields.document(
                            DocumentFields.key(tenant, source, page.path(), number++),
                            tenant,
                            chunk,
                            known.model(),
                            known.byContentHash().get(chunk.contentHash())));
                }
            }
        });
    }

    @Override
    public void deletePages(TenantId tenant, String source, Collection<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        Term[] pages = paths.stream()
                .map(path -> new Term(DocumentFields.PAGE, DocumentFields.page(tenant, source, path)))
                .toArray(Term[]::new);
        index.write(writer -> writer.deleteDocuments(pages));
    }

    @Override
    public void deleteSource(TenantId tenant, String source) {
        index.write(writer -> writer.deleteDocuments(owner(tenant, source)));
    }

    @Override
    public void putVectors(TenantId tenant, String source, VectorSet vectors) {
        if (vectors.byContentHash().isEmpty()) {
            return;
        }
        List<BytesRef> hashes =
                vectors.byContentHash().keySet().stream().map(BytesRef::new).toList();
        Query lacking = new BooleanQuery.Builder()
                .add(new TermQuery(owner(tenant, source)), Occur.FILTER)
                .add(new TermInSetQuery(DocumentFields.HASH, hashes), Occur.FILTER)
                .add(new TermQuery(new Term(DocumentFields.MODEL, vectors.model())), Occur.MUST_NOT)
                .build();
        // A document of Lucene cannot be changed: it is made again from what it stores.
        Map<String, Chunk> chunks = index.read(searcher -> stored(searcher, lacking), Map.of());
        index.write(writer -> {
            for (Map.Entry<String, Chunk> entry : chunks.entrySet()) {
                Chunk chunk = entry.getValue();
                writer.updateDocument(
                        new Term(DocumentFields.KEY, entry.getKey()),
                        DocumentFields.document(
                                entry.getKey(),
                                tenant,
                                chunk,
                                vectors.model(),
                                vectors.byContentHash().get(chunk.contentHash())));
            }
        });
    }

    @Override
    public Map<String, String> missing(TenantId tenant, String source, String model) {
        Query lacking = new BooleanQuery.Builder()
                .add(new TermQuery(owner(tenant, source)), Occur.FILTER)
                .add(new TermQuery(new Term(DocumentFields.MODEL, model)), Occur.MUST_NOT)
                .build();
        Map<String, String> texts = new LinkedHashMap<>();
        index.read(searcher -> stored(searcher, lacking), Map.<String, Chunk>of())
                .values()
                .forEach(chunk -> texts.put(chunk.contentHash(), chunk.embedded()));
        return texts;
    }

    @Override
    public Counts counts(TenantId tenant, String source, String model) {
        Query owned = new TermQuery(owner(tenant, source));
        Query embedded = new BooleanQuery.Builder()
                .add(owned, Occur.FILTER)
                .add(new TermQuery(new Term(DocumentFields.MODEL, model)), Occur.FILTER)
                .build();
        return index.read(
                searcher -> new Counts(searcher.count(owned), searcher.count(embedded)), new Counts(0, 0));
    }

    @Override
    public Map<String, Integer> platforms(TenantId tenant, String source) {
        Query owned = source.isEmpty()
                ? new TermQuery(new Term(DocumentFields.TENANT, tenant.value()))
                : new TermQuery(owner(tenant, source));
        return index.read(searcher -> platforms(searcher, owned), Map.of());
    }

    private static Map<String, Integer> platforms(IndexSearcher searcher, Query owned) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), DocumentFields.PLATFORM);
        if (terms == null) {
            return counts;
        }
        TermsEnum platforms = terms.iterator();
        for (BytesRef platform = platforms.next(); platform != null; platform = platforms.next()) {
            BytesRef name = BytesRef.deepCopyOf(platform);
            Query both = new BooleanQuery.Builder()
                    .add(owned, Occur.FILTER)
                    .add(new TermQuery(new Term(DocumentFields.PLATFORM, name)), Occur.FILTER)
                    .build();
            int count = searcher.count(both);
            if (count > 0) {
                counts.put(name.utf8ToString(), count);
            }
        }
        return counts;
    }

    @Override
    public Found search(VectorQuery query) {
        return index.read(searcher -> search(searcher, query), new Found(List.of(), Set.of()));
    }

    private Found search(IndexSearcher searcher, VectorQuery query) throws IOException {
        Candidates pool = new Candidates(searcher, analyzer, query);
        Words words = Words.of(query.text(), analyzer, searcher, pool.filter());
        List<Candidate> candidates = pool.collect(words);
        Map<Integer, Double> scores = new Fusion(words).scores(candidates, query.ranking());
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> scores.getOrDefault(candidate.document(), 0.0) > 0)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> scores.getOrDefault(candidate.document(), 0.0))
                        .reversed()
                        .thenComparing(Candidate::page)
                        .thenComparing(candidate -> candidate.chunk().lines().start()))
                .toList();
        List<Found.Passage> passages = Duplicates.fold(ranked, query.limit()).stream()
                .map(candidate -> new Found.Passage(
                        candidate.chunk(),
                        Math.clamp(scores.getOrDefault(candidate.document(), 0.0), 0, 1),
                        candidate.words(),
                        candidate.cosine(),
                        words.coverage(candidate.matched()),
                        candidate.vector()))
                .toList();
        return new Found(passages, words.unknownAsWritten(query.text(), analyzer));
    }

    private static Map<String, Chunk> stored(IndexSearcher searcher, Query query) throws IOException {
        Map<String, Chunk> chunks = new LinkedHashMap<>();
        int most = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(query, most, Sort.INDEXORDER).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            chunks.put(document.get(DocumentFields.KEY), DocumentFields.chunk(document));
        }
        return chunks;
    }

    private static Term owner(TenantId tenant, String source) {
        return new Term(DocumentFields.OWNER, DocumentFields.owner(tenant, source));
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
