package community.likeminds.agent.infrastructure.observability.metrics;

import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.observability.tracing.ConsumedQueues;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only a server has figures to be scraped. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MetricsConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Gauges gauges(
            MeterRegistry registry,
            Backlog backlog,
            MessageQueue messages,
            ConsumedQueues queues,
            ObjectProvider<StoreHealth> stores,
            @Value("${likeminds.metrics.every:10s}") String every) {
        Duration interval = DurationStyle.detectAndParse(every);
        return new Gauges(registry, backlog, messages, queues, stores.orderedStream().toList(), Clock.systemUTC(), interval);
    }
}
