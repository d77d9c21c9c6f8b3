package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class IdempotencyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyConfiguration.class);

    @Bean
    IdempotencyKeys idempotencyKeys(
            JdbcTemplate jdbc, SecretEncryption encryption, @Value("${likeminds.gateway.idempotency.lifetime:24h}") Duration lifetime) {
        return new IdempotencyKeys(jdbc, encryption, Clock.systemUTC(), lifetime);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(IdempotencyKeys keys) {
        return new IdempotencyFilter(keys);
    }

    @Bean
    Beat idempotencyBeat(IdempotencyKeys keys) {
        return new Beat(keys);
    }

    /** Says every few seconds that this gateway still waits for answers; no scheduler of its own as a bean, which others would take for theirs. */
    static final class Beat implements DisposableBean {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("idempotency-keys").factory());

        Beat(IdempotencyKeys keys) {
            long every = IdempotencyKeys.SILENCE.toSeconds() / 6;
            thread.scheduleWithFixedDelay(() -> beat(keys), every, every, TimeUnit.SECONDS);
        }

        private static void beat(IdempotencyKeys keys) {
            try {
                keys.beat();
            } catch (DataAccessException away) {
                LOG.warn("Keys of running requests cannot be kept at the moment.", away);
            }
        }

        @Override
        public void destroy() {
            thread.shutdownNow();
        }
    }
}
