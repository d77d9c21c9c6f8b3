package community.likeminds.agent.project.environment;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs commands as plain processes. */
@Configuration(proxyBeanMethods = false)
class EnvironmentConfiguration {

    @Bean
    ProcessRecords orphans(@Value("${likeminds.data:${user.home}/.likeminds}") Path data) {
        return new ProcessRecords(data.toAbsolutePath().resolve("processes"));
    }

    @Bean(destroyMethod = "close")
    ProcessCommands commands(ProcessRecords records) {
        return new ProcessCommands(records);
    }
}
