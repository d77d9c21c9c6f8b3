package community.likeminds.agent.infrastructure.secrets.vault;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.secrets.keys", havingValue = "vault")
class VaultConfiguration {

    @Bean
    KeyProtection keysInVault(
            @Value("${likeminds.secrets.vault.url:https://127.0.0.1:8200}") URI url,
            @Value("${likeminds.secrets.vault.token:}") String token,
            @Value("${likeminds.secrets.vault.namespace:}") String namespace,
            @Value("${likeminds.secrets.vault.mount:transit}") String mount,
            @Value("${likeminds.secrets.vault.key:likeminds}") String key,
            @Value("${likeminds.secrets.vault.patience:5s}") Duration patience) {
        return new VaultTransit(new VaultClient(new VaultSettings(url, token, namespace, patience)), mount, key);
    }
}
