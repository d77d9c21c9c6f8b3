package community.likeminds.agent.vector.core.rerank;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.vector.core.Reranker;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RerankProperties.class)
class RerankConfiguration {

    @Bean
    Reranker reranker(RerankProperties properties) {
        return switch (properties.provider()) {
            case "none" -> Reranker.NONE;
            case "http" -> new HttpReranker(address(properties.url()), System.getenv(properties.apiKeyVariable()), properties);
            default -> throw AgentException.badInput(
                    "rerank-provider-unknown",
                    "There is no reranker called '" + properties.provider() + "'.",
                    "Set likeminds.rerank.provider to none or http.");
        };
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url);
            if (address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
            throw new URISyntaxException(url, "It names no host");
        } catch (URISyntaxException invalid) {
            throw new AgentException(
                    AgentException.Kind.BAD_INPUT,
                    "rerank-url-invalid",
                    "The address of the reranker is missing or is none.",
                    "Set likeminds.rerank.url to something like http://localhost:8080/v1/rerank.",
                    invalid);
        }
    }
}
