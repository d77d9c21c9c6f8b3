package community.likeminds.agent.project.environment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs commands as plain processes. */
@Configuration(proxyBeanMethods = false)
class EnvironmentConfiguration {

    @Bean(destroyMethod = "close")
    ProcessCommands commands() {
        return new ProcessCommands();
    }
}
