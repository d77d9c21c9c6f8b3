package community.likeminds.agent.gateway.validation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ValidationConfiguration {

    @Bean
    JsonBodyFilter jsonBodyFilter(@Value("${likeminds.web.max-body-bytes:1048576}") int longest) {
        return new JsonBodyFilter(new JsonShape(longest));
    }
}
