package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.IngestionJobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the routes of this role need beyond its interfaces. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DocumentationApiConfiguration {

    @Bean
    JobEvents jobEvents(IngestionJobs jobs) {
        return new JobEvents(jobs);
    }
}
