package community.likeminds.agent.vector.core.store.lucene;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.core.VectorStores;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.vectors.store", havingValue = "lucene", matchIfMissing = true)
class LuceneConfiguration {

    @Bean(destroyMethod = "close")
    VectorStores vectorStores(DataFolder data) {
        return new LuceneVectorStores(data);
    }
}
