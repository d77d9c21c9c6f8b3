package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.TenantId;
import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What controllers of every module get; tests of controllers import it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebProperties.class)
public class WebConfiguration {

    @Bean
    AllowedFolders allowedFolders(WebProperties properties, ObjectProvider<FolderOwners> owners) {
        return new AllowedFolders(properties.folders(), properties.organisations(), new FolderOwners() {
            @Override
            public boolean reachable(TenantId tenant, Path folder) {
                return owners.stream().allMatch(owner -> owner.reachable(tenant, folder));
            }

            @Override
            public boolean registered(TenantId tenant, Path folder) {
                return owners.stream().anyMatch(owner -> owner.registered(tenant, folder));
            }
        });
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(WebProperties properties) {
        return new BodyLimitFilter(properties.maxBodyBytes(), properties.maxBodyTime());
    }

    @Bean
    RequestIdFilter requestIdFilter(ObjectProvider<Tracer> tracer) {
        return new RequestIdFilter(tracer.getIfAvailable());
    }

    /** Bodies of requests are read strictly: a field that nothing reads is a mistake, or an attempt to set what is not offered. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictBodies(ObjectProvider<JsonMapper> mapper) {
        return converters -> mapper.ifAvailable(usual -> converters.withJsonConverter(
                new JacksonJsonHttpMessageConverter(usual.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build())));
    }

    @Bean
    ProblemPage problemPage() {
        return new ProblemPage();
    }

    @Bean
    TomcatLimits tomcatLimits(WebProperties properties) {
        return new TomcatLimits(properties.maxSilence(), properties.maxHeadTime());
    }

    @Bean
    EventStreams eventStreams() {
        return new EventStreams();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new TenantArgument());
            }
        };
    }
}
