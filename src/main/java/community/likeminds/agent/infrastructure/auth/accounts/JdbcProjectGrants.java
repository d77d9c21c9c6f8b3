package community.likeminds.agent.infrastructure.auth.accounts;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

final class JdbcProjectGrants implements ProjectGrants {

    private final JdbcClient jdbc;
    private final Members members;

    JdbcProjectGrants(JdbcClient jdbc, Members members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    @Override
    public boolean permits(Identity identity, String project, Permission permission) {
        return identity.may(permission)
                || jdbc.sql("select role from project_grants where tenant = ? and project = ? and account = ?")
                        .params(identity.tenant().value(), project, identity.id())
                        .query((row, number) -> RoleNames.known(row.getString(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .anyMatch(role -> role.permissions().contains(permission));
    }

    @Override
    public void grant(TenantId tenant, Grant grant) {
        if (!Grant.POSSIBLE.contains(grant.role())) {
            throw AgentException.badInput(
                    "role-not-for-projects",
                    "The role '" + grant.role().text() + "' is about more than a project.",
                    "Grant viewer or developer.");
        }
        if (grant.project().isBlank() || grant.project().length() > 200) {
            throw AgentException.badInput("project-invalid", "The project's id is empty or too long.", "Use the id that the project has.");
        }
        members.get(tenant, grant.subject());
        jdbc.sql("insert into project_grants (tenant, project, account, role) values (?, ?, ?, ?) on conflict do nothing")
                .params(tenant.value(), grant.project(), grant.subject(), grant.role().text())
                .update();
    }

    @Override
    public boolean revoke(TenantId tenant, Grant grant) {
        return jdbc.sql("delete from project_grants where tenant = ? and project = ? and account = ? and role = ?")
                        .params(tenant.value(), grant.project(), grant.subject(), grant.role().text())
                        .update()
                > 0;
    }

    @Override
    public List<Grant> of(TenantId tenant, String project) {
        return jdbc.sql("select account, role from project_grants where tenant = ? and project = ? order by account, role")
                .params(tenant.value(), project)
                .query((row, number) -> new Grant(project, row.getString(1), AccessRole.of(row.getString(2))))
                .list();
    }
}
