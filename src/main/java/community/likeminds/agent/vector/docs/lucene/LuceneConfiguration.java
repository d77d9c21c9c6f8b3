package community.likeminds.agent.vector.docs.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.docs.DocumentVectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.vectors", havingValue = "lucene", matchIfMissing = true)
class LuceneConfiguration {

    @Bean(destroyMethod = "close")
    DocumentVectors documentVectors(DataFolder data) {
        return new LuceneDocumentVectors(data);
    }
}
