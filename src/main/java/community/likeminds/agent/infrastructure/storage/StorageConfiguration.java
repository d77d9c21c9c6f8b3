package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${likeminds.data:${user.home}/.likeminds}") String path) {
        return new DataFolder(Path.of(path));
    }

    /** A misspelt choice would otherwise leave a port without an adapter, or with one that nobody chose. */
    @Bean
    static BeanFactoryPostProcessor storageChoices(Environment environment) {
        return beans -> {
            one(environment, "likeminds.storage.relational", List.of("h2", "postgresql"));
            one(environment, "likeminds.storage.documents", List.of("relational", "mongodb"));
            one(environment, "likeminds.storage.cache", List.of("caffeine", "redis"));
            one(environment, "likeminds.storage.objects", List.of("files", "s3"));
        };
    }

    private static void one(Environment environment, String property, List<String> known) {
        String chosen = environment.getProperty(property);
        if (chosen != null && !known.contains(chosen)) {
            throw AgentException.badInput(
                    "storage-unknown",
                    property + " is '" + chosen + "', which is no store that this program knows.",
                    "Set it to one of: " + String.join(", ", known) + ".");
        }
    }
}
