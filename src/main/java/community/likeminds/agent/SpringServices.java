package community.likeminds.agent;

import community.likeminds.agent.cli.Services;
import community.likeminds.agent.cli.Settings;
import community.likeminds.agent.infrastructure.observability.CommandTrace;
import community.likeminds.agent.infrastructure.observability.OnObserved;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as a Spring context: lazy and without a server for a command, eager and with one for {@code serve}. */
final class SpringServices implements Services {

    private final ConfigurableApplicationContext context;

    private SpringServices(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Services start(Settings settings) {
        Settings.Server server = settings.server();
        List<String> properties = new ArrayList<>();
        properties.add("--likeminds.data=" + settings.data());
        properties.add("--logging.level.root=" + (settings.verbose() ? "INFO" : "WARN"));
        if (settings.verbose()) {
            properties.add("--logging.level.community.likeminds=DEBUG");
        } else {
            // Why a start failed is said by the command, in a sentence.
            properties.add("--logging.level.org.springframework.boot.SpringApplication=OFF");
            properties.add("--logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext=ERROR");
            properties.add("--logging.level.org.springframework.boot.web.server.servlet.context=ERROR");
        }
        if (server != null) {
            properties.add("--server.port=" + server.port());
            if (server.local()) {
                properties.add("--likeminds.auth.mode=local");
            }
            if (!server.roles().isEmpty()) {
                properties.add("--" + RolesInitializer.PROPERTY + "=" + server.roles());
            }
            for (int index = 0; index < server.projects().size(); index++) {
                properties.add("--likeminds.web.folders[" + index + "]=" + server.projects().get(index));
            }
            server.organisationProjects()
                    .forEach((organisation, place) -> properties.add("--likeminds.web.organisation-folders[" + organisation + "][0]=" + place));
        }
        // A command closes the context itself when it has rolled back; a hook of Spring's own would close it too early.
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Application.class);
        if (server != null) {
            // A command runs everything that it needs itself.
            builder.initializers(new RolesInitializer());
        }
        return new SpringServices(builder
                .profiles(server == null ? "command" : "server")
                .web(server == null ? WebApplicationType.NONE : WebApplicationType.SERVLET)
                .lazyInitialization(server == null)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(properties.toArray(String[]::new)));
    }

    @Override
    public <T> T get(Class<T> type) {
        T service = context.getBeanProvider(type).getIfAvailable();
        if (service == null) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "role-absent",
                    "This process does not run what the command needs (" + type.getSimpleName() + ").",
                    "Use a complete installation.");
        }
        return service;
    }

    @Override
    public void begun(String command) {
        if (OnObserved.observed(context.getEnvironment())) {
            context.getBean(CommandTrace.class).begin(command);
        }
    }

    @Override
    public int port() {
        return context.getEnvironment().getProperty("local.server.port", Integer.class, -1);
    }

    @Override
    public void close() {
        if (OnObserved.command(context.getEnvironment()) && OnObserved.observed(context.getEnvironment())) {
            context.getBean(CommandTrace.class).end();
        }
        context.close();
    }
}
