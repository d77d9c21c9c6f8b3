package community.likeminds.agent.agents.coding.api.graph;

import graphql.GraphQL;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Put together by hand instead of by Spring Boot's auto-configuration: queries come in by a controller like everything else, so that
 * permissions, limits and routing of the other routes hold for them, and commands know nothing of it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(GraphProperties.class)
class GraphConfiguration {

    @Bean
    @Lazy
    AnnotatedControllerConfigurer graphFields() {
        return new AnnotatedControllerConfigurer();
    }

    /** Made at the first query, because reading the schema would hold up every start. */
    @Bean
    @Lazy
    GraphQL graph(AnnotatedControllerConfigurer fields, GraphProperties properties) {
        return GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ClassPathResource("graphql/projects.graphqls"))
                .configureRuntimeWiring(fields)
                .exceptionResolvers(List.of(new GraphErrors()))
                .instrumentation(List.of(new QueryLimits(properties)))
                .build()
                .graphQl();
    }
}
