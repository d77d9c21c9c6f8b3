package community.likeminds.agent.gateway.validation;

import community.likeminds.agent.gateway.description.PublishedDescription;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ValidationConfiguration {

    /** Not a type of its own, because nobody else asks for it. */
    record Operations(Supplier<DescribedOperations> all) {}

    @Bean
    Operations describedOperations(PublishedDescription description) {
        return new Operations(SingletonSupplier.of(() -> new DescribedOperations(description.document())));
    }

    @Bean
    DescribedRequestFilter describedRequestFilter(Operations operations, @Value("${likeminds.web.max-body-bytes:1048576}") int longest) {
        return new DescribedRequestFilter(operations.all(), new JsonShape(longest));
    }

    /** Compiles the description beside the first requests rather than before the server is ready, or in one of them. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> compiledDescription(Operations operations) {
        return ready -> Thread.ofVirtual().name("description").start(() -> operations.all().get().prepare());
    }
}
