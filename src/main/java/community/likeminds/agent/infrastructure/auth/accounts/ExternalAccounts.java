package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Accounts of people whom a provider vouches for. An identity is linked once, by a verified e-mail address, and known by its subject from then on. */
public final class ExternalAccounts {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JdbcAccounts accounts;
    private final Members members;

    ExternalAccounts(JdbcClient jdbc, TransactionOperations transactions, JdbcAccounts accounts, Members members) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.accounts = accounts;
        this.members = members;
    }

    /**
     * @param subject the provider's stable name for them
     * @param email may be empty
     * @param verified whether the provider has made sure of the e-mail address
     * @param name may be empty
     */
    public record Person(String issuer, String subject, String email, boolean verified, String name) {}

    /**
     * The id of their account, which is a member of the organisation then.
     *
     * @param role for somebody who is no member yet; null when they are refused
     * @throws AgentException {@code oidc-email-unverified}, {@code oidc-not-a-member}, {@code oidc-account-linked}, {@code email-invalid},
     *     {@code organisation-not-found}
     */
    public String account(TenantId tenant, Person person, @Nullable AccessRole role) {
        return transactions.execute(transaction -> linked(person)
                .map(id -> admitted(tenant, id, role))
                .orElseGet(() -> link(tenant, person, role)));
    }

    private Optional<String> linked(Person person) {
        return jdbc.sql("select account from external_identities where issuer = ? and subject = ?")
                .params(person.issuer(), person.subject())
                .query(String.class)
                .optional();
    }

    private String link(TenantId tenant, Person person, @Nullable AccessRole role) {
        if (!person.verified() || person.email().isBlank()) {
            throw forbidden(
                    "oidc-email-unverified",
                    "The provider has not verified your e-mail address.",
                    "Confirm the address at the provider, then sign in again.");
        }
        String email = JdbcAccounts.requireEmail(person.email());
        // Locked, so that two subjects cannot be linked to one account at the same time.
        Optional<String> known = jdbc.sql("select id from accounts where email = ? and kind = 'user' for update")
                .params(email)
                .query(String.class)
                .optional();
        if (known.isPresent() && linkedOtherwise(person.issuer(), known.get())) {
            throw forbidden(
                    "oidc-account-linked",
                    "The account with this e-mail address belongs to somebody else at the provider.",
                    "Ask an admin: an address that was given to another person is removed and invited anew.");
        }
        String id = known.map(found -> admitted(tenant, found, role))
                .orElseGet(() -> accounts.addExternal(tenant, email, name(person, email), roles(role)).id());
        jdbc.sql("insert into external_identities (issuer, subject, account) values (?, ?, ?)")
                .params(person.issuer(), person.subject(), id)
                .update();
        return id;
    }

    private boolean linkedOtherwise(String issuer, String account) {
        return jdbc.sql("select count(*) from external_identities where issuer = ? and account = ?")
                        .params(issuer, account)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String admitted(TenantId tenant, String id, @Nullable AccessRole role) {
        if (members.find(tenant, id).isEmpty()) {
            Set<AccessRole> roles = roles(role);
            accounts.requireOrganisation(tenant);
            accounts.join(tenant, id, roles);
        }
        return id;
    }

    private static Set<AccessRole> roles(@Nullable AccessRole role) {
        if (role == null) {
            throw forbidden(
                    "oidc-not-a-member",
                    "You are not a member of the organisation.",
                    "Ask an admin for an invitation, or to set likeminds.auth.oidc.role for everybody whom the provider knows.");
        }
        return Set.of(role);
    }

    private static String name(Person person, String email) {
        String plain = person.name().replaceAll("\\p{Cntrl}", " ").strip();
        String name = plain.isEmpty() ? email : plain;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static AgentException forbidden(String code, String fact, String remedy) {
        return new AgentException(AgentException.Kind.FORBIDDEN, code, fact, remedy);
    }
}
