package community.likeminds.agent.infrastructure.observability.helicone;

import community.likeminds.agent.shared.ModelCalls;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration(proxyBeanMethods = false)
@Conditional(HeliconeConfiguration.Wanted.class)
class HeliconeConfiguration {

    static final class Wanted implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment.getProperty("likeminds.helicone.proxy", "").isBlank() || !environment.getProperty("likeminds.helicone.log", "").isBlank();
        }
    }

    @Bean(destroyMethod = "close")
    Helicone helicone(Environment environment) {
        HeliconeProperties properties = Binder.get(environment).bindOrCreate("likeminds.helicone", HeliconeProperties.class);
        return new Helicone(properties, Objects.requireNonNullElse(environment.getProperty(properties.keyVariable()), ""));
    }
}
