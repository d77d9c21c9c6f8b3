package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.agents.documentation.Answer;
import community.likeminds.agent.agents.documentation.DocumentationAgent;
import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.SearchResult;
import community.likeminds.agent.infrastructure.observability.tracing.Advice;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Searches, answers and ingestions: how long, how sure, how much. */
final class DocumentationAdvice implements Advice {

    private static final double[] TENTHS = {.1, .2, .3, .4, .5, .6, .7, .8, .9, 1};

    private static final double[] SIZES = {10, 100, 1_000, 10_000, 100_000};

    private final Supplier<ObservationRegistry> registry;
    private final Figures figures;

    DocumentationAdvice(Supplier<ObservationRegistry> registry, Figures figures) {
        this.registry = registry;
        this.figures = figures;
    }

    @Override
    public Class<?> type() {
        return DocumentationAgent.class;
    }

    @Override
    public @Nullable Object around(Method method, Object[] arguments, Call call, Object bean) throws Throwable {
        return switch (method.getName()) {
            case "search", "ask" -> Advice.observed(
                    Advice.named("likeminds.search", registry).lowCardinalityKeyValue("operation", method.getName()), arguments, call, this::found);
            case "ingest" -> Advice.observed(Advice.named("likeminds.ingestion", registry), arguments, call, this::ingested);
            default -> call.proceed(arguments);
        };
    }

    private void found(Observation observation, @Nullable Object result) {
        switch (result) {
            case SearchResult search -> observation.lowCardinalityKeyValue("outcome", search.results().isEmpty() ? "nothing" : "found");
            case Answer answer -> {
                observation.lowCardinalityKeyValue("outcome", answer.abstained() ? "abstained" : "answered");
                figures.distribution("likeminds.search.confidence", answer.confidence(), TENTHS);
            }
            case null, default -> observation.lowCardinalityKeyValue("outcome", "done");
        }
    }

    private void ingested(Observation observation, @Nullable Object result) {
        if (result instanceof IngestResult done) {
            figures.count("likeminds.ingestion.pages", done.added(), "change", "added");
            figures.count("likeminds.ingestion.pages", done.changed(), "change", "changed");
            figures.count("likeminds.ingestion.pages", done.removed(), "change", "removed");
            figures.count("likeminds.ingestion.pages", done.unchanged(), "change", "unchanged");
            figures.count("likeminds.ingestion.pages", done.leftOut().size(), "change", "left-out");
            figures.distribution("likeminds.ingestion.source.chunks", done.chunks(), SIZES);
            figures.count("likeminds.ingestion.vectors", done.embedded());
            observation.highCardinalityKeyValue("ingestion.pages", Integer.toString(done.pages()))
                    .highCardinalityKeyValue("ingestion.chunks", Integer.toString(done.chunks()))
                    .highCardinalityKeyValue("ingestion.vectors", Integer.toString(done.embedded()));
        }
    }
}
