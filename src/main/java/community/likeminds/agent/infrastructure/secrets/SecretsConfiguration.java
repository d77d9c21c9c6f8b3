package community.likeminds.agent.infrastructure.secrets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SecretsConfiguration {

    @Bean
    SecretEncryption secretEncryption(KeyProtection protection) {
        return new EnvelopeEncryption(protection);
    }
}
