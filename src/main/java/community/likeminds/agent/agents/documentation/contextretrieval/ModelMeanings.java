package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.analytics.QuestionMeanings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions mean alike when the embedding model says so. */
@Component
class ModelMeanings implements QuestionMeanings {

    /** A provider has little time for each of them. */
    private static final int AT_ONCE = 32;

    private final Meaning meaning;

    ModelMeanings(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public @Nullable List<float[]> of(List<String> questions) {
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += AT_ONCE) {
            List<float[]> some = meaning.ofPassages(questions.subList(from, Math.min(questions.size(), from + AT_ONCE)));
            if (some == null) {
                return null;
            }
            vectors.addAll(some);
        }
        return vectors;
    }
}
