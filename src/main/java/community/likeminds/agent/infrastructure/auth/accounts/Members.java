package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members. A role that only a newer program knows permits nothing. */
@Component
public class Members {

    private static final String SELECT =
            "select a.id, a.kind, a.email, a.name, a.created_at, m.role from accounts a join memberships m on m.account = a.id where m.tenant = ?";

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Account> all(TenantId tenant) {
        return accounts(jdbc.sql(SELECT).params(tenant.value()).query(Members::row).list()).stream()
                .sorted(Comparator.comparing(Account::name).thenComparing(Account::id))
                .toList();
    }

    public Optional<Account> find(TenantId tenant, String id) {
        return accounts(jdbc.sql(SELECT + " and a.id = ?").params(tenant.value(), id).query(Members::row).list()).stream()
                .findFirst();
    }

    /** Throws {@code account-not-found}. */
    public Account get(TenantId tenant, String id) {
        return find(tenant, id)
                .orElseThrow(() -> AgentException.notFound(
                        "account-not-found",
                        "The organisation has no member '" + id + "'.",
                        "List the members to see their ids."));
    }

    /** Organisations that an account is a member of. */
    public List<TenantId> tenants(String id) {
        return jdbc
                .sql("select distinct tenant from memberships where account = ?")
                .params(id)
                .query((row, number) -> new TenantId(row.getString(1)))
                .list()
                .stream()
                .sorted(Comparator.comparing(TenantId::value))
                .toList();
    }

    /** A member as a caller. */
    public static Identity identity(TenantId tenant, Account account) {
        return new Identity(
                account.id(),
                account.email().isEmpty() ? account.name() : account.email(),
                tenant,
                account.kind() == Account.Kind.USER ? Identity.Kind.USER : Identity.Kind.SERVICE_ACCOUNT,
                AccessRole.permissions(account.roles()));
    }

    private record Row(String id, String kind, @Nullable String email, String name, Instant createdAt, String role) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6));
    }

    private static List<Account> accounts(List<Row> rows) {
        Map<String, List<Row>> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byId.values().stream().map(Members::account).toList();
    }

    private static Account account(List<Row> rows) {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        rows.forEach(row -> RoleNames.known(row.role()).ifPresent(roles::add));
        Row first = rows.getFirst();
        return new Account(
                first.id(),
                first.kind().equals("user") ? Account.Kind.USER : Account.Kind.SERVICE,
                first.email() == null ? "" : first.email(),
                first.name(),
                roles,
                first.createdAt());
    }
}
