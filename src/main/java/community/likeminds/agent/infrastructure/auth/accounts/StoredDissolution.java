package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.Dissolution;
import community.likeminds.agent.infrastructure.storage.TenantRows;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The row of the organisation goes last: as long as it is there, the rest can be asked for again. */
@Component
class StoredDissolution implements Dissolution {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JdbcAccounts accounts;
    private final TenantRows rows;
    private final ObjectProvider<TenantStore> stores;

    StoredDissolution(
            JdbcClient jdbc, PlatformTransactionManager transactions, JdbcAccounts accounts, TenantRows rows, ObjectProvider<TenantStore> stores) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.rows = rows;
        this.stores = stores;
    }

    @Override
    public Map<String, Long> dissolve(TenantId tenant, Progress progress) {
        if (tenant.equals(TenantId.DEFAULT)) {
            throw AgentException.badInput(
                    "organisation-needed", "The default organisation cannot be removed.", "Remove its members, projects and documentation one by one.");
        }
        accounts.requireOrganisation(tenant);
        List<TenantStore> all = stores.stream().toList();
        Map<String, Long> forgotten = new TreeMap<>();
        progress.report("Forgetting", 0, all.size() + 2L, "members");
        forgotten.put("memberships", forgetMembers(tenant));
        for (int index = 0; index < all.size(); index++) {
            progress.report("Forgetting", index + 1L, all.size() + 2L, all.get(index).keeps());
            forgotten.merge(all.get(index).keeps(), all.get(index).forget(tenant), Long::sum);
        }
        progress.report("Forgetting", all.size() + 1L, all.size() + 2L, "rows");
        rows.delete(tenant).forEach((table, count) -> forgotten.merge(table, count, Long::sum));
        return Map.copyOf(forgotten);
    }

    /** Whoever is a member of nothing else is forgotten. */
    private long forgetMembers(TenantId tenant) {
        Long ended = transactions.execute(transaction -> {
            List<String> members = jdbc.sql("select distinct account from memberships where tenant = ?").params(tenant.value()).query(String.class).list();
            for (String table : List.of("invitations", "sessions", "api_keys", "project_grants")) {
                jdbc.sql("delete from " + table + " where tenant = ?").params(tenant.value()).update();
            }
            long memberships = jdbc.sql("delete from memberships where tenant = ?").params(tenant.value()).update();
            for (String member : members) {
                jdbc.sql("delete from accounts where id = ? and not exists (select 1 from memberships where account = ?)").params(member, member).update();
            }
            return memberships;
        });
        return ended == null ? 0 : ended;
    }
}
