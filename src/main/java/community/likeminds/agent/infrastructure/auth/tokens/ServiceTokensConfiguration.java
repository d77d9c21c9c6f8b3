package community.likeminds.agent.infrastructure.auth.tokens;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.shared.AgentException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServiceTokensConfiguration {

    private static final int LEAST_CHARACTERS = 32;

    @Bean
    ServiceTokens serviceTokens(@Value("${likeminds.services.secret:}") String secret) {
        return new HmacServiceTokens(key(secret), Clock.systemUTC());
    }

    static byte[] key(String secret) {
        byte[] material;
        if (secret.isEmpty()) {
            // Nobody else has to know it: this process is the whole installation.
            material = new byte[LEAST_CHARACTERS];
            new SecureRandom().nextBytes(material);
        } else if (secret.length() < LEAST_CHARACTERS) {
            throw AgentException.badInput(
                    "services-secret-short",
                    "likeminds.services.secret has only " + secret.length() + " characters.",
                    "Give all processes the same random secret of at least " + LEAST_CHARACTERS + " characters.");
        } else {
            material = secret.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(material)
                            .thenExpand("likeminds service tokens".getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This Java has no HKDF-SHA256.", failure);
        }
    }
}
