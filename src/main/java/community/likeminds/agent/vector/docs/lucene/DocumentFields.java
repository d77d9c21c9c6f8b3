package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import community.likeminds.agent.shared.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/** The fields of a passage: what is searched, what filters, and what gives the {@link Chunk} back. */
final class DocumentFields {

    static final String TITLE = "title";
    static final String HEADINGS = "headings";
    static final String SYMBOLS = "symbols";
    static final String BODY = "body";
    static final String PATH = "path";

    static final String TENANT = "tenant";
    static final String SOURCE = "source";
    static final String PLATFORM = "platform";
    /** Tenant and source. */
    static final String OWNER = "owner";
    /** Tenant, source and page. */
    static final String PAGE = "page";
    /** Tenant, source, page and number of the passage: unique. */
    static final String KEY = "key";
    static final String HASH = "hash";
    private static final String KIND = "kind";
    private static final String SDK = "sdk";
    private static final String VERSION = "version";
    private static final String LANGUAGE = "language";
    private static final String ADDRESS = "address";
    /** Models that the passage has a vector of. */
    static final String MODEL = "model";

    private static final String HEADING_PATH = "headingPath";
    private static final String EMBEDDED = "embedded";
    private static final String START = "start";
    private static final String END = "end";
    private static final String SEPARATOR = "\u0000";
    private static final Pattern INLINE_CODE = Pattern.compile("`([^`\n]+)`");

    private DocumentFields() {}

    static String owner(TenantId tenant, String source) {
        return tenant.value() + SEPARATOR + source;
    }

    static String page(TenantId tenant, String source, String path) {
        return owner(tenant, source) + SEPARATOR + path;
    }

    static String key(TenantId tenant, String source, String path, int number) {
        return page(tenant, source, path) + SEPARATOR + number;
    }

    /** Vectors of different models live in different fields, so that they can never be compared. */
    static String vector(String model) {
        return "vector:" + model;
    }

    static Document document(String key, TenantId tenant, Chunk chunk, String model, float @Nullable [] vector) {
        Document document = new Document();
        document.add(new StringField(KEY, key, Store.YES));
        document.add(new StringField(OWNER, owner(tenant, chunk.source()), Store.NO));
        document.add(new StringField(PAGE, page(tenant, chunk.source(), chunk.page()), Store.NO));
        document.add(new StringField(TENANT, tenant.value(), Store.YES));
        document.add(new StringField(SOURCE, chunk.source(), Store.YES));
        document.add(new StringField(PLATFORM, chunk.platform(), Store.YES));
        document.add(new StringField(HASH, chunk.contentHash(), Store.YES));
        document.add(new StringField(KIND, chunk.facts().kind().name(), Store.YES));
        document.add(new StringField(SDK, chunk.facts().sdk(), Store.YES));
        document.add(new StringField(VERSION, chunk.facts().version(), Store.YES));
        document.add(new StringField(LANGUAGE, chunk.facts().language(), Store.YES));
        document.add(new StoredField(ADDRESS, chunk.facts().address()));
        document.add(new TextField(TITLE, chunk.title(), Store.YES));
        document.add(new TextField(PATH, chunk.page(), Store.YES));
        document.add(new TextField(HEADINGS, String.join("\n", chunk.headings()), Store.NO));
        document.add(new TextField(SYMBOLS, symbols(chunk.text()), Store.NO));
        document.add(new TextField(BODY, chunk.text(), Store.YES));
        chunk.headings().forEach(heading -> document.add(new StoredField(HEADING_PATH, heading)));
        document.add(new StoredField(EMBEDDED, chunk.embedded()));
        document.add(new StoredField(START, chunk.lines().start()));
        document.add(new StoredField(END, chunk.lines().end()));
        if (vector != null) {
            document.add(new StringField(MODEL, model, Store.NO));
            document.add(new KnnFloatVectorField(vector(model), vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    static Chunk chunk(Document document) {
        return new Chunk(
                document.get(SOURCE),
                document.get(PATH),
                document.get(TITLE),
                List.of(document.getValues(HEADING_PATH)),
                document.get(PLATFORM),
                new LineRange(number(document, START), number(document, END)),
                document.get(BODY),
                document.get(EMBEDDED),
                document.get(HASH),
                new PageFacts(
                        document.get(ADDRESS),
                        PageFacts.Kind.valueOf(document.get(KIND)),
                        document.get(SDK),
                        document.get(VERSION),
                        document.get(LANGUAGE)));
    }

    private static int number(Document document, String field) {
        IndexableField stored = document.getField(field);
        return stored.numericValue().intValue();
    }

    /** What prose sets in code type: the names that a passage is about. */
    private static String symbols(String text) {
        return INLINE_CODE.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    static List<String> searched() {
        return Arrays.asList(TITLE, HEADINGS, SYMBOLS, BODY, PATH);
    }
}
