package community.likeminds.agent.gateway;

import java.util.List;
import java.util.Map;

/**
 * Roles that this process does not run, so that their routes lead to other processes.
 *
 * @param packages the packages that each of them is made of, by the role's name in the registry
 */
public record AbsentRoles(Map<String, List<String>> packages) {

    /** One process runs everything. */
    public static final AbsentRoles NONE = new AbsentRoles(Map.of());

    public AbsentRoles {
        packages = Map.copyOf(packages);
    }
}
