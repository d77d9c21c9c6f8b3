package community.likeminds.agent.infrastructure.secrets;

import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SecretsConfiguration {

    @Bean
    SecretEncryption secretEncryption(KeyProtection protection) {
        return new EnvelopeEncryption(protection);
    }

    @Bean
    EncryptionKeys encryptionKeys(KeyProtection protection, SecretEncryption encryption, ObjectProvider<EncryptedValues> places) {
        return new EnvelopeKeys(protection, encryption, () -> places.stream().sorted(Comparator.comparing(EncryptedValues::place)).toList());
    }
}
