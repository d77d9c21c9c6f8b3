package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Invitations as rows that are found by the hash of their secret. */
final class JdbcInvitations implements Invitations {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JdbcAccounts accounts;
    private final Members members;
    private final PasswordCheck passwords;
    private final Clock clock;

    JdbcInvitations(
            JdbcClient jdbc,
            TransactionOperations transactions,
            JdbcAccounts accounts,
            Members members,
            PasswordCheck passwords,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.accounts = accounts;
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Invitation invite(TenantId tenant, String email, Set<AccessRole> roles, Duration lifetime) {
        JdbcAccounts.requireRoles(roles);
        String secret = Secrets.fresh();
        Instant expires = clock.instant().plus(lifetime);
        jdbc.sql("delete from invitations where expires_at < ?").params(utc(clock.instant())).update();
        jdbc.sql("insert into invitations (hash, tenant, email, roles, expires_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Secrets.hash(secret),
                        tenant.value(),
                        email.isBlank() ? null : JdbcAccounts.requireEmail(email),
                        RoleNames.join(roles),
                        utc(expires)))
                .update();
        return new Invitation(secret, expires);
    }

    @Override
    public Optional<Offer> look(String secret) {
        return jdbc.sql("select i.tenant, o.name, i.email, i.roles from invitations i join organisations o on o.tenant = i.tenant"
                        + " where i.hash = ? and i.expires_at > ?")
                .params(Secrets.hash(secret), utc(clock.instant()))
                .query((row, number) -> new Offer(
                        new TenantId(row.getString(1)),
                        row.getString(2),
                        row.getString(3) == null ? "" : row.getString(3),
                        RoleNames.split(row.getString(4))))
                .optional();
    }

    @Override
    public Account accept(Acceptance acceptance) {
        Offer offer = look(acceptance.secret()).orElseThrow(JdbcInvitations::invalid);
        String email = JdbcAccounts.requireEmail(offer.email().isEmpty() ? acceptance.email() : offer.email());
        // Somebody who is known keeps their name and proves who they are.
        String known = passwords.known(email) ? passwords.verify(email, acceptance.password()) : "";
        return transactions.execute(transaction -> {
            // Whoever deletes the row is the one whom it works for.
            if (jdbc.sql("delete from invitations where hash = ?").params(Secrets.hash(acceptance.secret())).update() == 0) {
                throw invalid();
            }
            if (known.isEmpty()) {
                return accounts.addUser(
                        offer.tenant(),
                        new Accounts.NewUser(email, acceptance.name(), acceptance.password(), offer.roles()));
            }
            accounts.join(offer.tenant(), known, offer.roles());
            return members.get(offer.tenant(), known);
        });
    }

    private static AgentException invalid() {
        return AgentException.notFound(
                "invitation-invalid",
                "The invitation was accepted already, has expired, or never was.",
                "Ask an admin for a new one; likeminds users invite makes one on the machine of the server.");
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
