package community.likeminds.agent.vector.analytics;

import community.likeminds.agent.shared.Remote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which questions mean alike; offered by whoever has a model for it. */
@Remote(limit = Remote.Limit.SEARCH, repeatable = true, bulk = true)
public interface QuestionMeanings {

    /** Unit-length vectors in the order of the questions, or null while there is no model to make them. */
    @Nullable List<float[]> of(List<String> questions);

    /** Nobody can tell. */
    QuestionMeanings NONE = questions -> null;
}
