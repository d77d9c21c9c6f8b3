package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Accounts as rows. */
class JdbcAccounts implements Accounts {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),;:\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,253}");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Members members;
    private final Passwords passwords;
    private final Clock clock;

    JdbcAccounts(JdbcClient jdbc, TransactionOperations transactions, Members members, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public List<Organisation> organisations() {
        return jdbc.sql("select tenant, name from organisations order by tenant")
                .query((row, number) -> new Organisation(new TenantId(row.getString(1)), row.getString(2)))
                .list();
    }

    @Override
    public Organisation addOrganisation(TenantId tenant, String name) {
        int added = jdbc.sql("insert into organisations (tenant, name, created_at) values (?, ?, ?) on conflict do nothing")
                .params(tenant.value(), requireName(name), now())
                .update();
        if (added == 0) {
            throw conflict(
                    "organisation-exists", "There is an organisation '" + tenant.value() + "' already.", "Choose another id.");
        }
        return new Organisation(tenant, name);
    }

    @Override
    public List<Account> members(TenantId tenant) {
        return members.all(tenant);
    }

    @Override
    public Account member(TenantId tenant, String id) {
        return members.get(tenant, id);
    }

    @Override
    public Account addUser(TenantId tenant, NewUser user) {
        String email = requireEmail(user.email());
        Passwords.requireStrong(user.password(), email, user.name());
        return add(tenant, "user", email, user.name(), passwords.hash(user.password()), user.roles());
    }

    @Override
    public Account addServiceAccount(TenantId tenant, String name, Set<AccessRole> roles) {
        return add(tenant, "service", null, name, null, roles);
    }

    /** A person whom a provider vouches for, who has no password here. */
    Account addExternal(TenantId tenant, String email, String name, Set<AccessRole> roles) {
        return add(tenant, "user", requireEmail(email), name, null, roles);
    }

    private Account add(
            TenantId tenant, String kind, @Nullable String email, String name, @Nullable String hash, Set<AccessRole> roles) {
        requireRoles(roles);
        requireName(name);
        String id = UUID.randomUUID().toString();
        transactions.executeWithoutResult(transaction -> {
            requireOrganisation(tenant);
            int added = jdbc.sql("insert into accounts (id, kind, email, name, password, created_at) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(params(id, kind, email, name, hash, now()))
                    .update();
            if (added == 0) {
                throw conflict(
                        "email-taken",
                        "Somebody with the e-mail address '" + email + "' is known already.",
                        "Invite them instead; they accept with their password.");
            }
            join(tenant, id, roles);
        });
        return members.get(tenant, id);
    }

    private static List<@Nullable Object> params(@Nullable Object... values) {
        return java.util.Arrays.asList(values);
    }

    /** Adds roles to whatever somebody has in an organisation. */
    void join(TenantId tenant, String id, Set<AccessRole> roles) {
        for (AccessRole role : roles) {
            jdbc.sql("insert into memberships (tenant, account, role) values (?, ?, ?) on conflict do nothing")
                    .params(tenant.value(), id, role.text())
                    .update();
        }
    }

    @Override
    public Account setRoles(TenantId tenant, String id, Set<AccessRole> roles) {
        requireRoles(roles);
        transactions.executeWithoutResult(transaction -> {
            lock(tenant);
            members.get(tenant, id);
            jdbc.sql("delete from memberships where tenant = ? and account = ?").params(tenant.value(), id).update();
            join(tenant, id, roles);
            requireAdmin(tenant);
        });
        return members.get(tenant, id);
    }

    @Override
    public void remove(TenantId tenant, String id) {
        transactions.executeWithoutResult(transaction -> {
            lock(tenant);
            members.get(tenant, id);
            for (String table : List.of("memberships", "api_keys", "sessions", "project_grants")) {
                jdbc.sql("delete from " + table + " where tenant = ? and account = ?").params(tenant.value(), id).update();
            }
            requireAdmin(tenant);
            jdbc.sql("delete from accounts where id = ? and not exists (select 1 from memberships where account = ?)")
                    .params(id, id)
                    .update();
        });
    }

    /** Of two admins who demote each other at the same time, one has to wait for the other. */
    private void lock(TenantId tenant) {
        jdbc.sql("select tenant from organisations where tenant = ? for update").params(tenant.value()).query().listOfRows();
    }

    private void requireAdmin(TenantId tenant) {
        if (members.all(tenant).stream()
                .noneMatch(account -> account.kind() == Account.Kind.USER && account.roles().contains(AccessRole.ADMIN))) {
            throw conflict(
                    "last-admin",
                    "The organisation would be left without an admin.",
                    "Make somebody else an admin first.");
        }
    }

    @Override
    public void changePassword(String id, String oldPassword, String newPassword) {
        Credentials found = jdbc.sql("select id, password, email, name from accounts where id = ?")
                .params(id)
                .query((row, number) -> new Credentials(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional()
                .orElse(new Credentials("", null, "", ""));
        if (!passwords.matches(oldPassword, found.hash())) {
            throw new AgentException(
                    AgentException.Kind.FORBIDDEN,
                    "credentials-wrong",
                    "The old password is not the right one.",
                    "Give the password that you sign in with now.");
        }
        Passwords.requireStrong(newPassword, String.valueOf(found.email()), found.name());
        String hash = passwords.hash(newPassword);
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("update accounts set password = ? where id = ?").params(hash, id).update();
            jdbc.sql("update sessions set revoked_at = ? where account = ? and revoked_at is null").params(now(), id).update();
        });
    }

    private record Credentials(String id, @Nullable String hash, @Nullable String email, String name) {}

    @Override
    public boolean empty() {
        return jdbc.sql("select count(*) from accounts where kind = 'user'").query(Long.class).single() == 0;
    }

    void requireOrganisation(TenantId tenant) {
        if (jdbc.sql("select tenant from organisations where tenant = ?").params(tenant.value()).query().listOfRows().isEmpty()) {
            throw AgentException.notFound(
                    "organisation-not-found",
                    "There is no organisation '" + tenant.value() + "'.",
                    "List the organisations to see which there are.");
        }
    }

    static String requireEmail(String email) {
        String plain = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(plain).matches()) {
            throw AgentException.badInput(
                    "email-invalid", "'" + email + "' is no e-mail address.", "Write it as name@example.org.");
        }
        return plain;
    }

    private static String requireName(String name) {
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw AgentException.badInput(
                    "name-invalid", "The name is empty, too long or has control characters.", "Use 1 to 200 visible characters.");
        }
        return name;
    }

    static void requireRoles(Set<AccessRole> roles) {
        if (roles.isEmpty()) {
            throw AgentException.badInput("role-needed", "No role is given.", "Use viewer, developer, admin or operator.");
        }
    }

    private static AgentException conflict(String code, String fact, String remedy) {
        return new AgentException(AgentException.Kind.CONFLICT, code, fact, remedy);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
