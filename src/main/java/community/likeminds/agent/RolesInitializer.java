package community.likeminds.agent;

import community.likeminds.agent.gateway.AbsentRoles;
import community.likeminds.agent.infrastructure.auth.ServedRoles;
import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.registry.SharedSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Makes a context run the roles that its configuration names, and nothing else. */
final class RolesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PROPERTY = "likeminds.roles";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SharedSettings.addTo(context.getEnvironment(), new SettingsDecryption(context.getEnvironment()))
                .ifPresent(settings -> {
                    context.getBeanFactory().registerSingleton("sharedSettings", settings);
                    context.getBeanFactory().registerSingleton("encryptedSettings", new EncryptedSettings(context.getEnvironment()));
                });
        Set<Role> roles = roles(context.getEnvironment());
        Contradictions.refuse(Contradictions.of(context.getEnvironment(), roles));
        context.getBeanFactory().registerSingleton("servedRoles", (ServedRoles) () -> Role.labels(roles));
        if (!roles.equals(Role.ALL)) {
            context.getBeanFactory().registerSingleton("roleFilter", new RoleFilter(roles));
            if (roles.contains(Role.GATEWAY)) {
                context.getBeanFactory().registerSingleton("absentRoles", absent(roles));
            }
            context.getBeanFactory().registerSingleton("remoteTopology", topology(roles));
            Role.ALL.stream()
                    .filter(role -> !roles.contains(role))
                    .forEach(role -> role.interfaces().forEach(type -> proxy((GenericApplicationContext) context, role, type)));
        }
    }

    private static RemoteTopology topology(Set<Role> present) {
        Map<String, List<Class<?>>> here = new TreeMap<>();
        Map<String, List<Class<?>>> elsewhere = new TreeMap<>();
        for (Role role : Role.values()) {
            (present.contains(role) ? here : elsewhere).put(role.label(), role.interfaces());
        }
        Set<Role> needed = present.stream().flatMap(role -> role.needs().stream()).collect(Collectors.toSet());
        needed.removeAll(present);
        Set<String> unused = Arrays.stream(Role.Store.values())
                .filter(store -> present.stream().noneMatch(role -> role.stores().contains(store)))
                .map(Role.Store::label)
                .collect(Collectors.toSet());
        return new RemoteTopology(here, elsewhere, Role.labels(needed), unused);
    }

    /** In the place of the bean that the filter leaves out. */
    private static <T> void proxy(GenericApplicationContext context, Role role, Class<T> type) {
        context.registerBean("remote " + type.getSimpleName(), type, () -> context.getBean(RemoteCalls.class).proxy(role.label(), type));
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
