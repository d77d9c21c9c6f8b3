package community.likeminds.agent.gateway.description;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DescriptionConfiguration {

    private static final String PAGE = "/api/v1/docs";

    @Bean
    PublishedDescription publishedDescription(BeanFactory beans) {
        return new PublishedDescription(AutoConfigurationPackages.get(beans).getFirst());
    }

    /** The page to read and try the interface: Swagger UI, with a start of our own. */
    @Bean
    WebMvcConfigurer descriptionPage() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(PAGE + "/*")
                        .addResourceLocations("classpath:/community/likeminds/agent/gateway/description/page/", swaggerUi());
            }

            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController(PAGE, PAGE + "/index.html");
            }
        };
    }

    private static String swaggerUi() {
        Properties properties = new Properties();
        try (InputStream file = DescriptionConfiguration.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (file == null) {
                throw new IllegalStateException("The program was packaged without Swagger UI.");
            }
            properties.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Swagger UI cannot be read.", unreadable);
        }
        return "classpath:/META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version") + "/";
    }
}
