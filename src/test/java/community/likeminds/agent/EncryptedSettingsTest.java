package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.cli.LikemindsCli;
import community.likeminds.agent.cli.terminal.Terminal;
import community.likeminds.agent.infrastructure.secrets.EncryptedValues;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.services.RealConsul;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.AgentException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A password that lies encrypted in a real Consul. */
@ExtendWith(RealConsul.class)
class EncryptedSettingsTest {

    private static final String NAME = "likeminds.storage.postgresql.password";
    private static final String PASSWORD = "one that nobody may read 9f3c";

    @TempDir
    private Path data;

    @Test
    void aProcessWithTheKeyReadsItAndNobodyIsShownIt(RealService consul) throws Exception {
        String encrypted = encrypted();
        assertThat(encrypted).startsWith("lms1.").doesNotContain(PASSWORD);
        put(consul, NAME.replace('.', '/'), encrypted);
        put(consul, "likeminds/storage/postgresql/user", encrypted);
        StandardEnvironment environment = environment(consul.url());
        assertThat(SharedSettings.addTo(environment, new SettingsDecryption(environment)).orElseThrow().encrypted(NAME)).isTrue();

        assertThat(environment.getProperty(NAME)).isEqualTo(PASSWORD);
        assertThatThrownBy(() -> environment.getProperty("likeminds.storage.postgresql.user")).as("as another setting").isInstanceOf(AgentException.class);

        List<EncryptedValues.Kept> kept = new ArrayList<>();
        new EncryptedSettings(environment).each(kept::add);
        assertThat(kept).extracting(EncryptedValues.Kept::name).containsExactly("setting/" + NAME, "setting/likeminds.storage.postgresql.user");
        assertThat(kept).allMatch(value -> value.encrypted().equals(encrypted) && !value.replacement().with(encrypted));

        put(consul, "likeminds/secrets/keys", encrypted);
        StandardEnvironment another = environment(consul.url());
        SharedSettings.addTo(another, new SettingsDecryption(another));
        assertThatThrownBy(() -> another.getProperty(NAME)).hasMessageContaining("where the keys are");
    }

    private String encrypted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new StringReader(PASSWORD + "\n"), out, err, Map.of());
        assertThat(LikemindsCli.run(new String[] {"--data", data.toString(), "config", "encrypt", NAME}, new SpringStarter(), terminal)).isZero();
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private StandardEnvironment environment(URI consul) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource(
                "file",
                Map.of("likeminds.data", data.toString(), "likeminds.registry.kind", "consul", "likeminds.registry.consul.url", consul.toString())));
        return environment;
    }

    private static void put(RealService consul, String key, String value) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(consul.url().resolve("/v1/kv/config/likeminds/" + key))
                    .PUT(HttpRequest.BodyPublishers.ofString(value))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
