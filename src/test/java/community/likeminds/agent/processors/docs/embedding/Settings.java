package community.likeminds.agent.processors.docs.embedding;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Properties as they are configured. */
final class Settings {

    private Settings() {}

    /** @param namesAndValues below {@code likeminds.embeddings} */
    static EmbeddingsProperties of(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put("likeminds.embeddings." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("likeminds.embeddings", EmbeddingsProperties.class);
    }
}
