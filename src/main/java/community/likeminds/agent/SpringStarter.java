package community.likeminds.agent;

import community.likeminds.agent.cli.ConfigurationCheck;
import community.likeminds.agent.cli.RoleDescription;
import community.likeminds.agent.cli.ServiceStarter;
import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import java.util.Arrays;
import java.util.List;

/** Starts the application, and tells what it would be. */
final class SpringStarter implements ServiceStarter {

    @Override
    public Services start(Settings settings) {
        return SpringServices.start(settings);
    }

    @Override
    public List<RoleDescription> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleDescription(
                        role.label(),
                        role.purpose(),
                        role.modules(),
                        List.copyOf(Role.labels(role.needs())),
                        Arrays.stream(Role.Store.values())
                                .filter(role.stores()::contains)
                                .map(Role.Store::label)
                                .toList(),
                        role.interfaces().stream().map(Class::getSimpleName).toList()))
                .toList();
    }

    @Override
    public ConfigurationCheck configuration(Settings settings) {
        return EffectiveConfiguration.of(settings);
    }
}
