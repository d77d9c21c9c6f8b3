package community.likeminds.agent.infrastructure.storage;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${likeminds.data:${user.home}/.likeminds}") String path) {
        return new DataFolder(Path.of(path));
    }
}
