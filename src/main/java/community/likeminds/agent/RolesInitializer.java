package community.likeminds.agent;

import java.util.Set;
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
        }
    }

    static Set<Role> roles(Environment environment) {
        return Role.parse(environment.getProperty(PROPERTY, "all"));
    }
}
