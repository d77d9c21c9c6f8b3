package community.likeminds.agent.infrastructure.storage.mongodb;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.documents", havingValue = "mongodb")
class MongoConfiguration {

    @Bean
    MongoSettings mongoSettings(
            @Value("${likeminds.storage.mongodb.url:mongodb://127.0.0.1:27017}") String url,
            @Value("${likeminds.storage.mongodb.database:likeminds}") String database,
            @Value("${likeminds.storage.mongodb.connect-limit:5s}") Duration connectLimit,
            @Value("${likeminds.storage.mongodb.answer-limit:30s}") Duration answerLimit) {
        return new MongoSettings(url, database, connectLimit, answerLimit);
    }

    @Bean(destroyMethod = "close")
    MongoDocuments storedDocuments(MongoSettings settings) {
        MongoDocuments documents = new MongoDocuments(settings);
        try {
            documents.prepare();
            return documents;
        } catch (RuntimeException failure) {
            documents.close();
            throw failure;
        }
    }

    @Bean
    TenantStore tenantDocuments(MongoDocuments documents) {
        return new TenantStore() {
            @Override
            public String keeps() {
                return "documents";
            }

            @Override
            public long forget(TenantId tenant) {
                return documents.deleteAll(tenant);
            }
        };
    }

    @Bean
    StoreHealth documentsHealth(MongoDocuments documents) {
        return StoreHealth.of("documents", "mongodb", true, documents::ask);
    }
}
