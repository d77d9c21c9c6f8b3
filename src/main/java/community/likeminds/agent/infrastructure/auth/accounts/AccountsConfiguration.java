package community.likeminds.agent.infrastructure.auth.accounts;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    JdbcAccounts accounts(JdbcClient jdbc, PlatformTransactionManager transactions, Members members, Passwords passwords) {
        return new JdbcAccounts(jdbc, new TransactionTemplate(transactions), members, passwords, Clock.systemUTC());
    }

    @Bean
    PasswordCheck passwordCheck(JdbcClient jdbc, Passwords passwords) {
        return new PasswordCheck(jdbc, passwords, new SignInThrottle(jdbc, Clock.systemUTC()));
    }

    @Bean
    JdbcInvitations invitations(
            JdbcClient jdbc, PlatformTransactionManager transactions, JdbcAccounts accounts, Members members, PasswordCheck passwords) {
        return new JdbcInvitations(
                jdbc, new TransactionTemplate(transactions), accounts, members, passwords, Clock.systemUTC());
    }

    @Bean
    ExternalAccounts externalAccounts(
            JdbcClient jdbc, PlatformTransactionManager transactions, JdbcAccounts accounts, Members members) {
        return new ExternalAccounts(jdbc, new TransactionTemplate(transactions), accounts, members);
    }

    @Bean
    JdbcApiKeys apiKeys(JdbcClient jdbc, Members members) {
        return new JdbcApiKeys(jdbc, members, Clock.systemUTC());
    }

    @Bean
    JdbcProjectGrants projectGrants(JdbcClient jdbc, Members members) {
        return new JdbcProjectGrants(jdbc, members);
    }
}
