package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Set;

/** Roles on single projects, on top of what somebody may do in the whole organisation. */
public interface ProjectGrants {

    /** Whether somebody may do something to a project: by a role in the organisation or by a grant on the project. */
    boolean permits(Identity identity, String project, Permission permission);

    /** Gives somebody of the organisation a role on a project; nothing happens when they have it. */
    void grant(TenantId tenant, Grant grant);

    /** Takes a role back; false when nobody had it. */
    boolean revoke(TenantId tenant, Grant grant);

    List<Grant> of(TenantId tenant, String project);

    /**
     * @param project id of a project of the organisation
     * @param subject id of a user or service account of the organisation
     * @param role viewer or developer: the others are about more than a project
     */
    record Grant(String project, String subject, AccessRole role) {

        public static final Set<AccessRole> POSSIBLE = Set.of(AccessRole.VIEWER, AccessRole.DEVELOPER);
    }
}
