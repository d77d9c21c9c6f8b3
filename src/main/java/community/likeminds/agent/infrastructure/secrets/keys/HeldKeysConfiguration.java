package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code likeminds.secrets.keys}: {@code file} (default) or {@code environment}. */
@Configuration(proxyBeanMethods = false)
class HeldKeysConfiguration {

    @Bean
    @ConditionalOnProperty(name = "likeminds.secrets.keys", havingValue = "file", matchIfMissing = true)
    KeyProtection keysInFile(@Value("${likeminds.secrets.file:}") String file, DataFolder data) {
        Supplier<Path> place =
                file.isBlank() ? () -> data.folder("keys").resolve("secrets.keys") : () -> Path.of(file).toAbsolutePath();
        return new HeldKeys(new KeyFile(place, file.isBlank()));
    }

    @Bean
    @ConditionalOnProperty(name = "likeminds.secrets.keys", havingValue = "environment")
    KeyProtection keysInEnvironment(@Value("${likeminds.secrets.key:}") List<String> keys) {
        return new HeldKeys(new FixedKeys(keys));
    }
}
