package community.likeminds.agent.gateway;

import community.likeminds.agent.agents.documentation.IngestionJobs;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the routes share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(GatewayProperties.class)
class GatewayConfiguration {

    @Bean
    AllowedFolders allowedFolders(GatewayProperties properties) {
        return new AllowedFolders(properties.folders());
    }

    @Bean
    LocalRequestsFilter localRequestsFilter(GatewayProperties properties) {
        return new LocalRequestsFilter(properties.maxBodyBytes());
    }

    @Bean
    JobEvents jobEvents(IngestionJobs jobs) {
        return new JobEvents(jobs);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("LikeMinds Integration Agent")
                        .description("Reads an SDK's documentation, integrates it into a project, and proves the result.")
                        .version("v1")
                        .license(new License().name("Apache-2.0")));
    }
}
