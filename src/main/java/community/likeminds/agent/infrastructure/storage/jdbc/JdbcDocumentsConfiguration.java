package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.documents", havingValue = "relational", matchIfMissing = true)
class JdbcDocumentsConfiguration {

    @Bean
    StoredDocuments storedDocuments(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcDocuments(jdbc, transactions);
    }
}
