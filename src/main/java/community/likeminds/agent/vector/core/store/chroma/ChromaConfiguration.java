package community.likeminds.agent.vector.core.store.chroma;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.vectors.store", havingValue = "chroma")
class ChromaConfiguration {

    @Bean(destroyMethod = "close")
    ChromaVectorStores vectorStores(
            DataFolder data,
            @Value("${likeminds.vectors.chroma.url:http://127.0.0.1:8000}") String url,
            @Value("${likeminds.vectors.chroma.prefix:likeminds}") String prefix,
            @Value("${likeminds.vectors.chroma.token:}") String token) {
        return new ChromaVectorStores(data, ChromaSettings.of(address(url), prefix, token));
    }

    /** Only the processes that keep vectors make use of it. */
    @Bean
    StoreHealth vectorsHealth(ChromaVectorStores stores) {
        return StoreHealth.of("vectors", "chroma", true, stores::check);
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url);
            if (address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException invalid) {
            throw invalid(url, invalid);
        }
        throw invalid(url, null);
    }

    private static AgentException invalid(String url, @Nullable Exception cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "chroma-url-invalid",
                "'" + url + "' is not the address of a Chroma server.",
                "Set likeminds.vectors.chroma.url to something like http://127.0.0.1:8000.",
                cause);
    }
}
