package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.agents.documentation.contextretrieval.Meaning;
import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion;
import community.likeminds.agent.processors.docs.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Picks the sentences and code of a passage that say what was asked. */
@Component
class Quoting {

    private static final int SENTENCES = 3;
    private static final int WEIGHED = 24;
    /** A code block that is longer than this is only cited. */
    private static final int CODE_LINES = 60;
    /** How far below the best segment another one may lie. */
    private static final double WORTH_QUOTING = 0.12;

    private final Meaning meaning;

    Quoting(Meaning meaning) {
        this.meaning = meaning;
    }

    /** A passage that holds no sentence and no code worth quoting gives an empty list. */
    List<Segment> pick(Chunk chunk, UnderstoodQuestion question, float @Nullable [] vector) {
        List<Segment> segments = Segments.of(chunk);
        List<Segment> prose = segments.stream()
                .filter(segment -> segment.kind() != Segment.Kind.CODE)
                .limit(WEIGHED)
                .toList();
        Map<Segment, Double> weights = weights(prose, question, vector);
        double best = weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Segment> picked = new ArrayList<>(prose.stream()
                .filter(segment -> weights.getOrDefault(segment, 0.0) >= best - WORTH_QUOTING)
                .sorted(Comparator.comparingDouble((Segment segment) -> -weights.getOrDefault(segment, 0.0)))
                .limit(SENTENCES)
                .toList());
        Segment code = code(segments, question, picked);
        if (code != null) {
            picked.add(code);
        }
        picked.sort(Comparator.comparingInt(segments::indexOf));
        return picked;
    }

    private Map<Segment, Double> weights(List<Segment> prose, UnderstoodQuestion question, float @Nullable [] vector) {
        List<float[]> vectors = vector == null ? null : meaning.ofPassages(prose.stream().map(Segment::text).toList());
        Set<String> asked = words(question.text());
        Map<Segment, Double> weights = new HashMap<>();
        for (int i = 0; i < prose.size(); i++) {
            double near = vector == null || vectors == null ? 0 : dot(vector, vectors.get(i));
            weights.put(prose.get(i), near + 0.3 * shared(asked, words(prose.get(i).text())));
        }
        return weights;
    }

    /** The block with most of the question's words; of equals the one nearest after a picked sentence. */
    private static @Nullable Segment code(
            List<Segment> segments, UnderstoodQuestion question, List<Segment> picked) {
        Set<String> asked = words(question.text());
        int anchor = picked.isEmpty() ? 0 : segments.indexOf(picked.getFirst());
        return segments.stream()
                .filter(segment -> segment.kind() == Segment.Kind.CODE)
                .filter(segment -> segment.text().lines().count() <= CODE_LINES)
                .max(Comparator.comparingDouble((Segment segment) -> shared(asked, words(segment.text())))
                        .thenComparing(segment -> segments.indexOf(segment) > anchor)
                        .thenComparingInt(segment -> -Math.abs(segments.indexOf(segment) - anchor)))
                .orElse(null);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double shared(Set<String> asked, Set<String> said) {
        return asked.isEmpty() ? 0 : asked.stream().filter(said::contains).count() / (double) asked.size();
    }

    /** Words of four letters and more, cut to six so that endings do not matter. */
    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3)
                .map(word -> word.substring(0, Math.min(6, word.length())))
                .collect(Collectors.toSet());
    }
}
