package community.likeminds.agent;

import community.likeminds.agent.gateway.AbsentRoles;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Makes a context run the roles that its configuration names, and nothing else. */
final class RolesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PROPERTY = "likeminds.roles";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Set<Role> roles = roles(context.getEnvironment());
        Contradictions.refuse(Contradictions.of(context.getEnvironment(), roles));
        if (!roles.equals(Role.ALL)) {
            context.getBeanFactory().registerSingleton("roleFilter", new RoleFilter(roles));
            if (roles.contains(Role.GATEWAY)) {
                context.getBeanFactory().registerSingleton("absentRoles", absent(roles));
            }
        }
    }

    static Set<Role> roles(Environment environment) {
        return Role.parse(environment.getProperty(PROPERTY, "all"));
    }

    /** Roles whose routes lead to other processes. */
    private static AbsentRoles absent(Set<Role> present) {
        String base = Role.class.getPackageName() + ".";
        return new AbsentRoles(Role.ALL.stream()
                .filter(role -> !present.contains(role))
                .collect(Collectors.toMap(Role::label, role -> role.modules().stream().map(base::concat).toList())));
    }
}
