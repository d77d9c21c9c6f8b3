package community.likeminds.agent.infrastructure.auth.sessions;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.CallerResolver;
import community.likeminds.agent.infrastructure.auth.accounts.JdbcApiKeys;
import community.likeminds.agent.infrastructure.auth.accounts.Members;
import community.likeminds.agent.infrastructure.auth.accounts.PasswordCheck;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of people. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    SigningKeys signingKeys(
            JdbcClient jdbc,
            SecretEncryption secrets,
            @Value("${likeminds.auth.key-period:30d}") Duration period,
            @Value("${likeminds.auth.access-token-lifetime:10m}") Duration lifetime) {
        return new SigningKeys(jdbc, secrets, Clock.systemUTC(), period, lifetime);
    }

    @Bean
    EncryptedValues encryptedSigningKeys(JdbcTemplate jdbc) {
        return SigningKeys.values(jdbc);
    }

    @Bean
    AccessTokens accessTokens(
            SigningKeys keys,
            @Value("${likeminds.auth.issuer:likeminds}") String issuer,
            @Value("${likeminds.auth.access-token-lifetime:10m}") Duration lifetime) {
        return new AccessTokens(keys, issuer, lifetime, Clock.systemUTC());
    }

    @Bean
    JdbcSessions sessions(
            JdbcClient jdbc,
            Members members,
            PasswordCheck passwords,
            AccessTokens accessTokens,
            AuditLog audit,
            @Value("${likeminds.auth.session-lifetime:30d}") Duration lifetime) {
        return new JdbcSessions(jdbc, members, passwords, accessTokens, audit, lifetime, Clock.systemUTC());
    }

    @Bean
    CallerResolver callerResolver(AccessTokens accessTokens, JdbcSessions sessions, JdbcApiKeys keys) {
        return new RememberingCallers(accessTokens, sessions, keys);
    }
}
