package community.likeminds.agent.infrastructure.storage.files;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.objects", havingValue = "files", matchIfMissing = true)
class FileObjectsConfiguration {

    @Bean
    StoredObjects storedObjects(DataFolder folder, @Value("${likeminds.storage.objects-largest:1GB}") DataSize largest) {
        return new FileObjects(folder, largest.toBytes());
    }
}
