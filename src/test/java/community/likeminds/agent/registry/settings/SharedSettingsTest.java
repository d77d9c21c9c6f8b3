package community.likeminds.agent.registry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.registry.SettingsChanged;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.services.RealConsul;
import community.likeminds.agent.services.RealService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings in a real Consul. */
@ExtendWith(RealConsul.class)
class SharedSettingsTest {

    private static StandardEnvironment environment(URI consul) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("file", Map.of(
                "likeminds.registry.kind", "consul", "likeminds.registry.consul.url", consul.toString(), "likeminds.remote.limits.search", "20s")));
        return environment;
    }

    @Test
    void theyStandBelowVariablesAndAboveFilesAndChangesAreTold(RealService consul) throws Exception {
        put(consul, "likeminds/remote/limits/search", "7s");
        put(consul, "path", "not this");
        StandardEnvironment environment = environment(consul.url());
        SharedPropertySource source = SharedSettings.addTo(environment, SharedSettings.Decryption.NONE).orElseThrow();
        assertThat(environment.getProperty("likeminds.remote.limits.search")).isEqualTo("7s");
        assertThat(environment.getProperty("PATH")).isEqualTo(System.getenv("PATH"));

        BlockingQueue<Object> events = new LinkedBlockingQueue<>();
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        try (SettingsWatch watch = new SettingsWatch(source, environment, events::add, logging)) {
            watch.start();
            put(consul, "likeminds/remote/limits/search", "9s");
            assertThat(events.poll(30, TimeUnit.SECONDS)).isInstanceOfSatisfying(
                    SettingsChanged.class, change -> assertThat(change.below("likeminds.remote.")).isTrue());
            assertThat(environment.getProperty("likeminds.remote.limits.search")).isEqualTo("9s");
            put(consul, "logging.level.community.likeminds.agent.made.up", "debug");
            assertThat(events.poll(30, TimeUnit.SECONDS)).isInstanceOf(SettingsChanged.class);
            assertThat(logging.getLoggerConfiguration("community.likeminds.agent.made.up").getConfiguredLevel().name()).isEqualTo("DEBUG");
        }
    }

    @Test
    void aConsulThatIsAwayHoldsNobodyUp() {
        StandardEnvironment environment = environment(URI.create("http://127.0.0.1:1"));
        assertThat(SharedSettings.addTo(environment, SharedSettings.Decryption.NONE)).isPresent();
        assertThat(environment.getProperty("likeminds.remote.limits.search")).isEqualTo("20s");
    }

    private static void put(RealService consul, String key, String value) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(consul.url().resolve("/v1/kv/config/likeminds/" + key))
                                .PUT(HttpRequest.BodyPublishers.ofString(value))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
