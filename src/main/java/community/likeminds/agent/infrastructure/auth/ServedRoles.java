package community.likeminds.agent.infrastructure.auth;

import java.util.Set;

/** The roles that this process runs for others: tokens of other processes are accepted for these only. Absent where it runs for nobody. */
@FunctionalInterface
public interface ServedRoles {

    Set<String> names();
}
