package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kept answers are rewrapped by commands too, which have no gateway. */
@Configuration(proxyBeanMethods = false)
class AnswersConfiguration {

    @Bean
    EncryptedValues encryptedAnswers(JdbcTemplate jdbc) {
        return IdempotencyKeys.values(jdbc);
    }
}
