package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.agents.documentation.Benchmarks;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.bench.Questions.Question;
import community.likeminds.agent.agents.documentation.contextretrieval.ContextRetrieval;
import community.likeminds.agent.agents.documentation.ingestion.Ingestion;
import community.likeminds.agent.agents.documentation.ingestion.SourceRecords;
import community.likeminds.agent.agents.documentation.queryunderstanding.QueryUnderstanding;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.Source;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.VectorQuery.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@link Benchmarks} on the very classes that do the work. */
@Component
class StandardBenchmarks implements Benchmarks {

    private static final int SEARCH_LIMIT = 10;
    private static final int MADE_UP_QUESTIONS = 50;
    private static final double MEMORY_LIMIT_MEGABYTES = 700;
    private static final double WORDS_LIMIT_SECONDS = 5;
    private static final double EMBEDDED_LIMIT_SECONDS = 90;
    private static final double AGAIN_LIMIT_SECONDS = 2;
    private static final double THROUGHPUT_RATIO = 0.9;
    private static final double MEDIAN_LIMIT_MILLIS = 20;
    private static final double SLOWEST_LIMIT_MILLIS = 80;

    private final DocumentProcessor processor;
    private final Embeddings embeddings;
    private final Ingestion ingestion;
    private final SourceRecords records;
    private final QueryUnderstanding understanding;
    private final ContextRetrieval retrieval;
    private final RetrievalQuality quality;
    private final FusionQuality fusion;

    StandardBenchmarks(
            DocumentProcessor processor,
            Embeddings embeddings,
            Ingestion ingestion,
            SourceRecords records,
            QueryUnderstanding understanding,
            ContextRetrieval retrieval,
            RetrievalQuality quality,
            FusionQuality fusion) {
        this.processor = processor;
        this.embeddings = embeddings;
        this.ingestion = ingestion;
        this.records = records;
        this.understanding = understanding;
        this.retrieval = retrieval;
        this.quality = quality;
        this.fusion = fusion;
    }

    @Override
    public List<Figure> run(TenantId tenant, BenchRequest request, Progress progress) {
        if (request.pages() < 1 || request.callers() < 1) {
            throw AgentException.badInput(
                    "bench-invalid",
                    "A benchmark needs at least one page and one caller.",
                    "Ask for at least 1 of both, or leave them out.");
        }
        List<Question> questions =
                request.questions().isEmpty() ? List.of() : Questions.read(request.questions());
        Source source = processor.open(request.location(), progress);
        ReadResult read = processor.read(source, progress);
        if (read.pages().isEmpty()) {
            throw AgentException.badInput(
                    "source-empty", "There is no page in " + request.location() + ".", "Name a folder with documentation.");
        }
        TenantId own = new TenantId("bench-" + UUID.randomUUID());
        List<Figure> figures = new ArrayList<>();
        try (Sample sample = Sample.of(source, read.pages(), request.pages())) {
            Ingested ingested = ingested(own, sample, progress);
            boolean empty = records.sources(tenant).isEmpty();
            List<Figure> latency = latency(empty ? own : tenant, sample, questions, request.callers(), progress);
            // Before the raw model is loaded a second time beside the one that answers.
            Figure memory = memory();
            figures.addAll(ingestion(ingested, sample, progress));
            figures.addAll(latency);
            figures.add(memory);
            if (!questions.isEmpty() && !empty) {
                progress.report("Asking questions", 0, questions.size(), request.questions());
                figures.addAll(quality.measure(tenant, ingestedAs(tenant, source), questions));
            }
            if (request.selfMade() > 0) {
                figures.addAll(fusion.measure(tenant, source, read.pages(), request.selfMade(), progress));
            }
        } finally {
            ingestion.forget(own);
        }
        return figures;
    }

    /** In seconds: until words are found, until everything is embedded, and the same once more. */
    private record Ingested(double words, double all, double again) {}

    private Ingested ingested(TenantId own, Sample sample, Progress progress) {
        // A process loads the model once, whatever it ingests then.
        embeddings.embedPassage("");
        StageEnd words = new StageEnd(progress, "Indexing words");
        IngestResult result = ingestion.ingest(own, sample.folder().toString(), words, name -> {});
        double again = ingestion.ingest(own, sample.folder().toString(), progress, name -> {}).millis() / 1000.0;
        return new Ingested(words.seconds(), result.millis() / 1000.0, again);
    }

    private List<Figure> ingestion(Ingested ingested, Sample sample, Progress progress) {
        double seconds = ingested.all();
        List<String> texts = sample.pages().stream()
                .flatMap(page -> processor.chunk(page).stream())
                .map(Chunk::embedded)
                .toList();
        long tokens = texts.stream()
                .mapToLong(text -> Math.min(embeddings.maxTokens(), embeddings.tokens(text)) + 2L)
                .sum();
        int workers = Runtime.getRuntime().availableProcessors();
        progress.report("Measuring the raw model", 0, texts.size(), "");
        RawOnnx.Speed raw = RawOnnx.run(texts, embeddings.maxTokens(), workers);
        double rawPages = sample.pages().size() / raw.seconds();
        String note = sample.pages().size() + " pages, " + texts.size() + " passages, " + workers + " workers";
        String whole = "from the start of reading; the limit is for 1,076 pages";
        return List.of(
                new Figure("ingestion, found by words after", ingested.words(), "s", "limit", WORDS_LIMIT_SECONDS, whole),
                new Figure("ingestion, embedded after", seconds, "s", "limit", EMBEDDED_LIMIT_SECONDS, whole),
                new Figure("ingestion, the same again", ingested.again(), "s", "limit", AGAIN_LIMIT_SECONDS, "nothing has changed; the limit is for 1,076 pages"),
                new Figure(
                        "ingestion / raw ONNX Runtime",
                        tokens / seconds / raw.tokensPerSecond(),
                        "",
                        "at least",
                        THROUGHPUT_RATIO,
                        "reading, cutting, indexing and storing included, loading the model left out of both"),
                new Figure("ingestion, pages", sample.pages().size() / seconds, "pages/s", "raw ONNX Runtime", rawPages, note),
                new Figure("ingestion, tokens", tokens / seconds, "tokens/s", "raw ONNX Runtime", raw.tokensPerSecond(), note));
    }

    private List<Figure> latency(
            TenantId tenant, Sample sample, List<Question> questions, int callers, Progress progress) {
        List<String> asked = questions.isEmpty()
                ? headings(sample)
                : questions.stream().map(Question::text).toList();
        progress.report("Searching", 0, asked.size(), "");
        SearchLatency.Percentiles search = SearchLatency.warm(
                asked,
                callers,
                question -> retrieval.search(
                        tenant, understanding.understand(question, ""), "", SEARCH_LIMIT, Ranking.ADAPTIVE));
        SearchLatency.Percentiles embedding = SearchLatency.measure(asked, callers, embeddings::embedQuery);
        String note = callers + " callers, the limit is for 8 on 2 cores, the question's embedding included, warmed up";
        return List.of(
                new Figure("search, p50", search.p50(), "ms", "limit", MEDIAN_LIMIT_MILLIS, note),
                new Figure("search, p99", search.p99(), "ms", "limit", SLOWEST_LIMIT_MILLIS, note),
                new Figure("search, p50", search.p50(), "ms", "embedding the question alone", embedding.p50(), ""),
                new Figure("search, p99", search.p99(), "ms", "embedding the question alone", embedding.p99(), ""));
    }

    private static List<String> headings(Sample sample) {
        return sample.pages().stream()
                .flatMap(page -> Stream.concat(
                        Stream.of(page.title()),
                        page.blocks().stream()
                                .filter(block -> block.kind() == Block.Kind.HEADING)
                                .map(block -> page.title() + " " + block.text())))
                .filter(heading -> !heading.isBlank())
                .limit(MADE_UP_QUESTIONS)
                .toList();
    }

    private String ingestedAs(TenantId tenant, Source source) {
        return records.sources(tenant).stream()
                .filter(known -> known.location().equals(source.location()))
                .map(SourceRecords.Known::name)
                .findFirst()
                .orElse("");
    }

    /** Linux only; elsewhere what the virtual machine has committed. */
    private static Figure memory() {
        Path status = Path.of("/proc/self/status");
        try {
            if (Files.isReadable(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmRSS:")) {
                        double kilobytes = Double.parseDouble(line.replaceAll("\\D", ""));
                        return memory(kilobytes / 1024, "VmRSS, everything ingested and searched");
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return memory(Runtime.getRuntime().totalMemory() / (1024.0 * 1024), "heap only");
    }

    private static Figure memory(double megabytes, String note) {
        return new Figure("resident memory", megabytes, "MB", "limit", MEMORY_LIMIT_MEGABYTES, note);
    }
}
