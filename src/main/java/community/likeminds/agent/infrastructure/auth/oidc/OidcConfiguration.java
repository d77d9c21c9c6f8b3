package community.likeminds.agent.infrastructure.auth.oidc;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.OidcSettings;
import community.likeminds.agent.infrastructure.auth.Sessions;
import community.likeminds.agent.infrastructure.auth.accounts.ExternalAccounts;
import community.likeminds.agent.infrastructure.storage.Caches;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only where a provider is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(OidcConfiguration.Configured.class)
class OidcConfiguration {

    @Bean
    OidcSignIn oidcSignIn(Environment environment, Caches caches, ExternalAccounts accounts, Sessions sessions, AuditLog audit) {
        OidcSettings settings = OidcSettings.of(name -> environment.getProperty(name, "")).orElseThrow();
        return new OidcSignIn(settings, caches, accounts, sessions, audit, Clock.systemUTC());
    }

    /** A setting that is there and empty is none, as with an environment variable that somebody has cleared. */
    static final class Configured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("likeminds.auth.oidc.issuer", "").isBlank();
        }
    }
}
